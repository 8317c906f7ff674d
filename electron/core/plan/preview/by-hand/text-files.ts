import { echoCmd, quoteCmdPath, quoteSh } from '../quoting.ts'

/** Lines added to the end of a file: a here-document in sh, `>>` with echo in cmd. */
export function appendLines(
  file: string,
  lines: readonly string[],
): { readonly cmd: string; readonly sh: string } {
  return {
    cmd: lines.map((line) => `>>${quoteCmdPath(file)} ${echoCmd(line)}`).join('\n'),
    sh: hereDocument(`cat >> ${quoteSh(file)}`, lines),
  }
}

/** A file with just this text. `cmd` is null where its line ends are not CR LF, the only ones that echo can write. */
export function writeText(file: string, text: string): { readonly cmd: string | null; readonly sh: string } {
  if (text === '') return { cmd: `type nul > ${quoteCmdPath(file)}`, sh: `: > ${quoteSh(file)}` }
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const crLf = /\r\n/.test(text)
  const cmd = lines.map((line, index) => `${index === 0 ? '>' : '>>'}${quoteCmdPath(file)} ${echoCmd(line)}`)
  const program = crLf ? String.raw`awk '{ printf "%s\r\n", $0 }'` : 'cat'
  return {
    cmd: crLf ? cmd.join('\n') : null,
    sh: hereDocument(`${program} > ${quoteSh(file)}`, lines),
  }
}

/** A command of sh that reads these lines. */
export function hereDocument(command: string, lines: readonly string[]): string {
  let end = 'EOF'
  while (lines.includes(end)) end += '_'
  return [`${command} <<'${end}'`, ...lines, end].join('\n')
}
