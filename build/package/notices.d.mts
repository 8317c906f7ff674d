export function bundledPackages(
  root: string,
): readonly { readonly name: string; readonly version: string; readonly licence: string }[]
