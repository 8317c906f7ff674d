export function findElectron(root: string): Promise<{
  readonly program?: string
  readonly reason?: string
}>
