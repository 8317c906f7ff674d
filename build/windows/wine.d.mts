export interface Windows {
  readonly driveC: string
  run(
    args: readonly string[],
    options?: { readonly more?: Readonly<Record<string, string>>; readonly output?: string },
  ): Promise<number>
  make(): Promise<void>
  remove(): Promise<void>
}
export function windowsIn(folder: string, options?: { readonly locale?: string }): Windows
