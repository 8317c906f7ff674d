export function buildDesktop(root: string): Promise<void>
export function buildPreload(root: string, outDir: string): Promise<unknown>
