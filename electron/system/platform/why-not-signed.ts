import { z } from 'zod'

/** What PowerShell said about a program's signature. */
const answerSchema = z.object({ path: z.string(), status: z.string(), subject: z.string() })

/** The parts of a distinguished name such as `CN="Some, Ltd.", C=DE`, by their keys. */
const parseName = (name: string): ReadonlyMap<string, string> =>
  new Map(
    [...name.matchAll(/([A-Za-z0-9.]+)\s*=\s*(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, key = '', quoted, plain = '']) => [
        key.toUpperCase(),
        quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'),
      ],
    ),
  )

/** A publisher is known by a distinguished name, of which every part counts, or by its CN alone. */
function isPublisher(publisher: string, subject: ReadonlyMap<string, string>): boolean {
  const wanted = parseName(publisher)
  if (wanted.size === 0) return publisher !== '' && subject.get('CN') === publisher
  return [...wanted].every(([key, value]) => subject.get(key) === value)
}

/**
 * Why a file must not be started, from PowerShell's answer (undefined: there was none); null when it carries a valid signature
 * of one of these publishers. Pure.
 */
export function whyNotSigned(
  answer: string | undefined,
  { file, publishers }: { readonly file: string; readonly publishers: readonly string[] },
): string | null {
  const read = answerSchema.safeParse(parse(answer ?? ''))
  if (!read.success) return 'PowerShell does not say whose signature it carries'
  const { path, status, subject } = read.data
  if (path.toLowerCase() !== file.toLowerCase()) return `PowerShell spoke of ${path}`
  if (status !== 'Valid') return `its signature is: ${status}`
  return publishers.some((publisher) => isPublisher(publisher, parseName(subject)))
    ? null
    : `it is signed by ${subject}`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
