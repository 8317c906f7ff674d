import { MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import { FailureMessage } from '../../components/failure-message.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { Page } from '../../components/page.tsx'
import { SectionCard } from '../../components/section-card.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { JobView } from '../../plan/job-view.tsx'
import { useJob } from '../../plan/use-job.ts'
import { AboutJob } from './about-job.tsx'
import { DamagedJob } from './damaged-job.tsx'
import { JobStateBadge } from './job-state-badge.tsx'
import { JobWays } from './job-ways.tsx'
import { sayOperation } from './say-operation.ts'

/** One job with its steps, as it stands now; for an unfinished one what can be done with it. */
export function JobPage(props: { readonly job: string }) {
  const translator = useTranslator()
  const { t } = translator
  const { report, failure } = useJob(props.job)
  const actions = (
    <LinkButton href="/jobs" appearance="subtle" icon={<ArrowLeftRegular />}>
      {t('window.jobs.back')}
    </LinkButton>
  )
  if (report === null)
    return (
      <Page title={props.job} actions={actions}>
        {failure === null ? (
          <Spinner label={t('window.app.loading')} />
        ) : (
          <FailureMessage failure={failure} />
        )}
        {failure !== null && failure !== 'lost' && failure.code === 'journal-damaged' ? (
          <DamagedJob path={String(failure.params['path'] ?? '')} />
        ) : null}
      </Page>
    )
  const open = report.state === 'failed' || report.state === 'interrupted'
  return (
    <Page
      title={sayOperation(report.operation, translator)}
      beside={<JobStateBadge state={report.state} />}
      actions={actions}
    >
      {failure === null ? null : <FailureMessage failure={failure} />}
      {report.state === 'interrupted' ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('window.jobs.interrupted')}</MessageBarBody>
        </MessageBar>
      ) : null}
      <SectionCard title={t('window.jobs.steps')}>
        <JobView report={report} withoutWays />
      </SectionCard>
      {open ? <JobWays report={report} /> : null}
      <AboutJob report={report} />
    </Page>
  )
}
