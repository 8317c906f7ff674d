import { redactSecrets } from '../../../../postgres/facts/redact-secrets.ts'
import type { StepOf } from '../../steps/step.ts'
import { quoteSh } from '../quoting.ts'
import { type ByHand, type HandContext, targetOf } from './by-hand.ts'
import { configDirOf, programLine, psql, serverProgram } from './programs.ts'
import { hereDocument } from './text-files.ts'

/** The file put together anew from the lines that stay, by their numbers, and the new ones. A batch file cannot do that. */
export function editFileByHand({ file, edit }: StepOf<'edit-file'>): ByHand {
  const [name, made] = [quoteSh(file), quoteSh(`${file}.new`)]
  const parts: string[] = []
  let next = 1
  for (const { at, removed, added } of edit.edits) {
    if (at >= next) parts.push(`sed -n ${quoteSh(`${String(next)},${String(at)}p`)} ${name}`)
    if (added.length > 0) parts.push(hereDocument('cat', added.map(redactSecrets)))
    next = at + removed + 1
  }
  parts.push(`sed -n ${quoteSh(`${String(next)},$p`)} ${name}`)
  const sh = [`{\n${parts.join('\n')}\n} > ${made}`, `cat ${made} > ${name}`, `rm ${made}`].join('\n')
  return { cmd: null, sh, reason: { key: 'steps.reasons.editor' } }
}

/** The views that tell what the server would make of its files; of one that does not run, its program does. */
export function checkFileByHand(step: StepOf<'check-file'>, context: HandContext): ByHand {
  const target = targetOf(context, step.instance)
  if (step.by === 'program')
    return programLine(serverProgram(target, 'postgres'), ['-C', 'data_directory', '-D', configDirOf(target)])
  const question =
    step.what === 'pg_hba.conf'
      ? 'SELECT line_number, error FROM pg_hba_file_rules WHERE error IS NOT NULL'
      : 'SELECT sourcefile, sourceline, name, error FROM pg_file_settings WHERE error IS NOT NULL'
  return psql(context, target, [question])
}
