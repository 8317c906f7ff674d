import { Badge, Button, Dropdown, Field, makeStyles, Option, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { PlanPreview, StepPreview } from '../../shared/model/plan-preview.ts'
import { useApi, useSession } from '../api/use-api.ts'
import { CommandBlock } from '../components/command-block.tsx'
import { CopyButton } from '../components/copy-button.tsx'
import { UnifiedDiff } from '../components/unified-diff.tsx'
import { useTranslator } from '../language/translator.tsx'
import { saveText } from './save-text.ts'

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
  },
  hint: { marginBottom: tokens.spacingVerticalM },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  step: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
})

type Shell = 'cmd' | 'sh'

/** Without a folder before it: the instance's own programs have none. */
const PLAIN_PSQL = /(?:^|[\s|&(])psql\s/m

/** Every step of a plan with the command one would type, file changes as diffs, and points of no return marked. */
export function PlanSteps(props: { readonly planId: string; readonly preview: PlanPreview }) {
  const styles = useStyles()
  const { t, language } = useTranslator()
  const api = useApi()
  const [shell, setShell] = useState<Shell>(useSession().shell)
  const { steps } = props.preview
  const commands = steps.flatMap((step) => step.commands[shell] ?? [])
  const save = async (): Promise<void> => {
    const { fileName, text } = await api.operations.script({ planId: props.planId, shell, language })
    saveText(fileName, text)
  }
  return (
    <>
      <div className={styles.tools}>
        <Field label={t('window.plan.shell')}>
          <Dropdown
            value={t(`window.plan.shell-${shell}`)}
            selectedOptions={[shell]}
            onOptionSelect={(_event, { optionValue }) => setShell(optionValue === 'cmd' ? 'cmd' : 'sh')}
          >
            <Option value="cmd">{t('window.plan.shell-cmd')}</Option>
            <Option value="sh">{t('window.plan.shell-sh')}</Option>
          </Dropdown>
        </Field>
        <CopyButton text={commands.join('\n')} label={t('window.plan.copy-commands')} />
        <Button size="small" appearance="subtle" icon={<ArrowDownloadRegular />} onClick={() => void save()}>
          {t('window.plan.save-script')}
        </Button>
      </div>
      {commands.some((command) => PLAIN_PSQL.test(command)) ? (
        <Text size={200} block className={styles.hint}>
          {t('window.plan.needs-psql')}
        </Text>
      ) : null}
      <ol className={styles.list}>
        {steps.map((step, index) => (
          <PlanStep key={step.id} step={step} number={index + 1} shell={shell} />
        ))}
      </ol>
    </>
  )
}

/** One step of a plan: what it does, the command for it, and the files it changes. */
export function PlanStep(props: {
  readonly step: StepPreview
  readonly number: number
  readonly shell: Shell
}) {
  const styles = useStyles()
  const { t, text } = useTranslator()
  const { title, undo, commands, changes } = props.step
  const command = commands[props.shell]
  return (
    <li className={styles.step}>
      <div className={styles.head}>
        <Text weight="semibold">
          {t('window.plan.step-number', { number: props.number, title: text(title) })}
        </Text>
        {undo === 'point-of-no-return' ? (
          <Badge color="warning" appearance="tint">
            {t('window.plan.point-of-no-return')}
          </Badge>
        ) : null}
      </div>
      {command === null ? (
        <Text size={200}>
          {t('window.plan.not-by-hand', {
            reason: commands.reason === undefined ? '' : text(commands.reason),
          })}
        </Text>
      ) : (
        <CommandBlock text={command} />
      )}
      {changes.map(({ file, diff }) => (
        <UnifiedDiff key={file} diff={diff} label={t('window.plan.file-change', { file })} />
      ))}
    </li>
  )
}
