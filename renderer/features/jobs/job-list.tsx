import { Button, Card, makeStyles, Spinner, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { FailureMessage } from '../../components/failure-message.tsx'
import { Page } from '../../components/page.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { chooseJobs, instancesIn, type JobKind } from './choose-jobs.ts'
import { JobFilters } from './job-filters.tsx'
import { JobRow } from './job-row.tsx'
import { useJobs } from './use-jobs.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  nothing: { padding: tokens.spacingHorizontalXXL, justifyItems: 'center', textAlign: 'center' },
})

/** Every job that the journals tell of, the newest first. */
export function JobList() {
  const styles = useStyles()
  const { t } = useTranslator()
  const { value: jobs, failure, reload } = useJobs()
  const [kind, setKind] = useState<JobKind>('all')
  const [instance, setInstance] = useState<string | null>(null)
  const shown = chooseJobs(jobs ?? [], kind, instance)
  return (
    <Page title={t('window.jobs.title')}>
      <Text>{t('window.jobs.lead')}</Text>
      {failure === undefined ? null : <FailureMessage failure={failure} onRetry={reload} />}
      {jobs === undefined ? (
        failure === undefined && <Spinner label={t('window.app.loading')} />
      ) : jobs.length === 0 ? (
        <Card className={styles.nothing}>
          <Subtitle2 as="h2">{t('window.jobs.empty')}</Subtitle2>
          <Text>{t('window.jobs.empty-hint')}</Text>
        </Card>
      ) : (
        <>
          <JobFilters
            kind={kind}
            onKind={setKind}
            instance={instance}
            instances={instancesIn(jobs)}
            onInstance={setInstance}
          />
          {shown.length > 0 ? (
            <ul className={styles.list} aria-label={t('window.jobs.list')}>
              {shown.map((job) => (
                <JobRow key={job.id} job={job} />
              ))}
            </ul>
          ) : (
            <Card className={styles.nothing}>
              <Text>{t('window.jobs.none-match')}</Text>
              <div>
                <Button
                  onClick={() => {
                    setKind('all')
                    setInstance(null)
                  }}
                >
                  {t('window.jobs.show-all')}
                </Button>
              </div>
            </Card>
          )}
        </>
      )}
    </Page>
  )
}
