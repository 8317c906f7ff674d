/** The headers of an answer, whatever the case of their names. */
export interface AnswerHeaders {
  get(name: string): string | null
}

/**
 * What an answer means for the bytes that are here already: the rest follows them; the whole file comes, from its first
 * byte; the answer is of no use and the file is asked for from its first byte; or what is served has another size.
 */
export type Answer = 'goes-on' | 'whole' | 'start-over' | 'other-file'

/**
 * The headers that ask for a file from a byte on. With a validator (see `validatorOf`) a server whose file has changed
 * since then sends the whole file.
 */
export const rangeHeaders = (from: number, validator?: string): Readonly<Record<string, string>> => ({
  // A range counts the bytes of what is sent: of a compressed answer it would be another one.
  'accept-encoding': 'identity',
  ...(from === 0 ? {} : { range: `bytes=${from}-` }),
  ...(from === 0 || validator === undefined ? {} : { 'if-range': validator }),
})

/** What tells this file from a later one of the same address: a strong ETag, else the time of its last change. */
export const validatorOf = (headers: AnswerHeaders): string | undefined => {
  const tag = headers.get('etag')
  // If-Range takes no weak ones (RFC 9110, 13.1.5).
  return (tag?.startsWith('"') === true ? tag : headers.get('last-modified')) ?? undefined
}

const isEncoded = (headers: AnswerHeaders) =>
  !['identity', ''].includes(headers.get('content-encoding') ?? '')

/** Judges the answer to `rangeHeaders(from)` for a file that has to have `bytes` bytes. Source: RFC 9110, 14.4 and 15.3.7. */
export const judgeAnswer = (
  { status, headers }: { readonly status: number; readonly headers: AnswerHeaders },
  { from, bytes }: { readonly from: number; readonly bytes: number },
): Answer => {
  if (status === 206) {
    const [, first, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/i.exec(headers.get('content-range') ?? '') ?? []
    const fits = Number(first) === from && (total === '*' || Number(total) === bytes)
    return fits && !isEncoded(headers) ? 'goes-on' : 'start-over'
  }
  if (status !== 200) return 'start-over'
  const length = isEncoded(headers) ? null : headers.get('content-length')
  return length === null || Number(length) === bytes ? 'whole' : 'other-file'
}
