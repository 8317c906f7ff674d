/** What is wrong, or risky, about a path on Windows. */
export type WindowsPathProblem =
  | { readonly kind: 'not-absolute' }
  /** A name that Windows takes for a device, whatever its extension. */
  | { readonly kind: 'device-name'; readonly name: string }
  | { readonly kind: 'invalid-character'; readonly character: string }
  /** Windows drops a dot or space at the end of a name: the folder made is another one. */
  | { readonly kind: 'trailing-dot-or-space'; readonly name: string }
  /** Programs of the server take paths in the ANSI code page; what it lacks becomes `?`. */
  | { readonly kind: 'not-in-code-page'; readonly characters: string; readonly codePage: number }
  /** A share; its locks and syncs are not those of a disk. */
  | { readonly kind: 'network-share' }
  /** A folder that a cloud service copies while the server writes to it. */
  | { readonly kind: 'cloud-folder'; readonly folder: string }
  | { readonly kind: 'too-long'; readonly length: number; readonly limit: number }
