import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, DismissCircleFilled } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import type { Verification } from '../../../../shared/model/verification.ts'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi } from '../../../api/use-api.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  check: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  icon: { fontSize: '20px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  detail: { display: 'block', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly verification: Verification }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** The guides' checks of a standby and its upstream, made when asked for. */
export function Verify(props: { readonly instance: InstanceView }) {
  const { t } = useTranslator()
  const api = useApi()
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' })
  const asking = useRef<AbortController | null>(null)
  useEffect(() => () => asking.current?.abort(), [])
  const { name, state } = props.instance

  const verify = async (): Promise<void> => {
    const abort = new AbortController()
    asking.current = abort
    setAnswer({ kind: 'asking' })
    try {
      const verification = await api.instances.verify({ name }, { signal: abort.signal })
      if (!abort.signal.aborted) setAnswer({ kind: 'answered', verification })
    } catch (error) {
      if (!abort.signal.aborted) setAnswer({ kind: 'failed', failure: toFailure(error) })
    }
  }

  return (
    <SectionCard
      title={t('window.instance.verify.title')}
      actions={
        <Button
          appearance="primary"
          disabled={answer.kind === 'asking' || state !== 'running'}
          onClick={() => void verify()}
        >
          {t('window.instance.verify.run')}
        </Button>
      }
    >
      <Text>{t('window.instance.verify.about')}</Text>
      <div role="status">
        {answer.kind === 'asking' ? <Spinner label={t('window.instance.verify.running')} /> : null}
        {answer.kind === 'answered' ? (
          <Text weight="semibold">
            {t(answer.verification.ok ? 'window.instance.verify.good' : 'window.instance.verify.bad')}
          </Text>
        ) : null}
      </div>
      {answer.kind === 'failed' ? <FailureMessage failure={answer.failure} /> : null}
      {answer.kind === 'answered' ? <Checks verification={answer.verification} /> : null}
    </SectionCard>
  )
}

function Checks(props: { readonly verification: Verification }) {
  const styles = useStyles()
  const { t, text } = useTranslator()
  return (
    <ul className={styles.list}>
      {props.verification.checks.map(({ id, ok, detail }) => (
        <li key={id} className={styles.check}>
          {ok ? (
            <CheckmarkCircleFilled
              className={mergeClasses(styles.icon, styles.good)}
              aria-label={t('window.instance.verify.passed')}
            />
          ) : (
            <DismissCircleFilled
              className={mergeClasses(styles.icon, styles.bad)}
              aria-label={t('window.instance.verify.failed')}
            />
          )}
          <span>
            <Text weight="semibold">{t(`window.instance.verify.checks.${id}`)}</Text>
            <Text size={200} className={styles.detail}>
              {text(detail)}
            </Text>
          </span>
        </li>
      ))}
    </ul>
  )
}
