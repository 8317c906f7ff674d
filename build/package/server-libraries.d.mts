export function serverLibraries(
  postgres: string,
): readonly { readonly name: string; readonly licence: string; readonly from: string }[]
