import { StreamLanguage } from '@codemirror/language'

/** Colours of postgresql.conf, recovery.conf and pg_hba.conf: comments, names at the start of a line, strings, numbers. */
export const confLanguage = StreamLanguage.define<{ readonly nothing?: never }>({
  name: 'conf',
  startState: () => ({}),
  token(stream) {
    if (stream.eatSpace()) return null
    if (stream.match(/^#.*/)) return 'comment'
    if (stream.match(/^'(?:''|\\.|[^'\\])*'?/) || stream.match(/^"[^"]*"?/)) return 'string'
    const begins = stream.string.slice(0, stream.pos).trim() === ''
    if (stream.match(/^[A-Za-z_][\w.-]*/)) return begins ? 'keyword' : null
    if (stream.match(/^\d[\d.:/]*\w*/)) return 'number'
    stream.next()
    return null
  },
})
