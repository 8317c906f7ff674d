/** An SQL identifier in double quotes, whatever characters it holds. */
export const quoteIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * An SQL string literal that means the same whether standard_conforming_strings is on or off.
 *
 * A backslash turns it into the `E'…'` form, as quote_literal() does. Text with NUL is refused: no server can hold it.
 */
export const quoteLiteral = (text: string): string => {
  if (text.includes('\0')) throw new RangeError('a PostgreSQL literal cannot hold NUL')
  const quoted = `'${text.replaceAll("'", "''")}'`
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted
}
