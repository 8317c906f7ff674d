/** In this order: the later ones are named by the user agents of the earlier ones, too. */
const browsers = [
  ['Edge', /\bEdg\/([\d.]+)/],
  ['Opera', /\bOPR\/([\d.]+)/],
  ['Firefox', /\bFirefox\/([\d.]+)/],
  ['Chrome', /Chrome\/([\d.]+)/],
  ['Safari', /\bVersion\/([\d.]+).* Safari\//],
] as const

/** A browser's name and version, from its user agent; null for one that is not known. */
export function browserOf(userAgent: string): string | null {
  for (const [name, pattern] of browsers) {
    const version = pattern.exec(userAgent)?.[1]
    if (version !== undefined) return `${name} ${version}`
  }
  return null
}
