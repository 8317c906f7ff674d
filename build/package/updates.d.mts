export function readUpdates(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string>>,
): { readonly url: string | null; readonly isSigned: boolean }
