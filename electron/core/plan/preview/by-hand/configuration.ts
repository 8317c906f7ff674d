import { alterSystemConstants } from '../../../../postgres/facts/conf/alter-system.ts'
import { quoteAlways, quoteConfValue, unquoteConfValue } from '../../../../postgres/facts/conf/value.ts'
import { redactSecrets } from '../../../../postgres/facts/diff.ts'
import { printHbaRule } from '../../../../postgres/facts/hba/add-rule.ts'
import { versionFacts } from '../../../../postgres/facts/versions.ts'
import type { SettingChanges } from '../../steps/configuration.ts'
import type { StepOf } from '../../steps/step.ts'
import { quoteCmdPath, quoteSh, quoteSqlLiteral } from '../quoting.ts'
import { type ByHand, type Commands, type HandContext, inSequence, notByHand, targetOf } from './by-hand.ts'
import { psql } from './programs.ts'
import { appendLines, writeText } from './text-files.ts'

/** Lines appended to the file, where the last one of a name counts, as the guides write them; or ALTER SYSTEM. */
export function configureByHand(step: StepOf<'configure'>, context: HandContext): ByHand {
  if (step.via === 'alter-system') return alterSystem(step.settings, context, step.instance)
  const taken = Object.keys(step.settings).filter((name) => step.settings[name] === null)
  const lines = settingLines(step.settings)
  return inSequence([
    ...taken.map((name) => withoutSetting(step.file, name)),
    ...(lines.length > 0 ? [appendLines(step.file, lines)] : []),
  ])
}

function settingLines(settings: SettingChanges): string[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    value === null ? [] : [redactSecrets(`${name} = ${quoteConfValue(value)}`)],
  )
}

/** The file without a setting's lines: commented out by sed; findstr can only leave them out. */
function withoutSetting(file: string, name: string): Commands {
  const pattern = name.replaceAll('.', String.raw`\.`)
  const [inSh, newSh] = [quoteSh(file), quoteSh(`${file}.new`)]
  const [inCmd, newCmd] = [quoteCmdPath(file), quoteCmdPath(`${file}.new`)]
  return {
    cmd: `findstr /v /i /r /c:"^ *${pattern} *=" ${inCmd} > ${newCmd}\nmove /y ${newCmd} ${inCmd}`,
    sh: `sed 's/^[[:space:]]*${pattern}[[:space:]=]/#&/' ${inSh} > ${newSh}\ncat ${newSh} > ${inSh}\nrm ${newSh}`,
  }
}

function alterSystem(settings: SettingChanges, context: HandContext, instance: string | null): ByHand {
  const target = targetOf(context, instance)
  if (!versionFacts(target.major).hasAlterSystem) return notByHand('no-alter-system')
  const statements = Object.entries(settings).map(([name, value]) => {
    if (value === null) return `ALTER SYSTEM RESET ${name}`
    const constants = alterSystemConstants(name, value, target.major).map((part) => hidden(name, part))
    return `ALTER SYSTEM SET ${name} = ${constants.map((part) => quoteSqlLiteral(part)).join(', ')}`
  })
  return psql(context, target, statements)
}

function hidden(name: string, value: string): string {
  const line = redactSecrets(`${name} = ${quoteAlways(value)}`)
  return unquoteConfValue(line.slice(line.indexOf("'")))
}

export function addHbaRulesByHand(step: StepOf<'add-hba-rules'>): ByHand {
  return appendLines(
    step.file,
    step.rules.map((rule) => redactSecrets(printHbaRule(rule))),
  )
}

/** An empty standby.signal; up to 11 the sample under the name recovery.conf, with the settings appended. */
export function standbyFileByHand(step: StepOf<'standby-file'>): ByHand {
  if (step.recoveryConf === null) return writeText(step.file, '')
  const { sample, settings } = step.recoveryConf
  const copied = {
    cmd: `copy ${quoteCmdPath(sample)} ${quoteCmdPath(step.file)}`,
    sh: `cp ${quoteSh(sample)} ${quoteSh(step.file)}`,
  }
  return inSequence([copied, appendLines(step.file, settingLines(settings))])
}

/** Batch files can only write CR LF, so a file with plain line feeds is not for them. */
export function writeFileByHand(step: StepOf<'write-file'>): ByHand {
  const written = writeText(step.path, redactSecrets(step.content))
  const sh = step.executable ? `${written.sh}\nchmod +x ${quoteSh(step.path)}` : written.sh
  return written.cmd === null
    ? { cmd: null, sh, reason: { key: 'steps.reasons.line-ends' } }
    : { cmd: written.cmd, sh }
}
