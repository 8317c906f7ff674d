export function stageVisualCRuntime(
  binDir: string,
  own: { readonly addVisualCRuntime: (from: string, to: string) => Promise<readonly string[]> },
  here?: {
    readonly platform: NodeJS.Platform
    readonly arch: string
    readonly env: Readonly<Record<string, string | undefined>>
  },
): Promise<{ readonly what: string; readonly reason: string } | undefined>
