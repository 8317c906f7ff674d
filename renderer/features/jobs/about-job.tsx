import { Link as FluentLink, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Link } from 'wouter'
import type { JobReport } from '../../../shared/model/job-report.ts'
import { useSession } from '../../api/use-api.ts'
import { Properties, type Property } from '../../components/properties.tsx'
import { SectionCard } from '../../components/section-card.tsx'
import { formatDateTime } from '../../language/format.ts'
import { useTranslator } from '../../language/translator.tsx'
import { PathLine } from '../../paths/path-line.tsx'
import { useInstances } from '../../stores/live-store.ts'

const useStyles = makeStyles({
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  id: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
})

/** When a job ran, on what, and where its logs are. */
export function AboutJob(props: { readonly report: JobReport }) {
  const styles = useStyles()
  const { t, language } = useTranslator()
  const { folders } = useSession()
  const there = new Set(useInstances().map(({ name }) => name))
  const { id, instances, startedAt, endedAt, state } = props.report
  const known = instances.filter((name) => there.has(name))
  const logs = t('window.jobs.about.program-log-term')
  const property = (key: 'instances' | 'started' | 'ended' | 'last-sign' | 'id' | 'logs' | 'program-log') =>
    t(`window.jobs.about.${key}`)
  const ended: readonly Property[] =
    endedAt === null
      ? []
      : [
          {
            term: property(state === 'interrupted' ? 'last-sign' : 'ended'),
            value: formatDateTime(endedAt, language),
          },
        ]
  return (
    <SectionCard title={t('window.jobs.about.title')}>
      <Properties
        items={[
          {
            term: property('instances'),
            value: (
              <span className={styles.links}>
                {instances.length === 0 ? t('window.jobs.no-instances') : null}
                {instances.map((name) =>
                  there.has(name) ? (
                    <To key={name} href={`/instance/${name}`} label={name} />
                  ) : (
                    <Text key={name}>{name}</Text>
                  ),
                )}
              </span>
            ),
          },
          { term: property('started'), value: formatDateTime(startedAt, language) },
          ...ended,
          { term: property('id'), value: <Text className={styles.id}>{id}</Text> },
          ...(known.length === 0
            ? []
            : [
                {
                  term: property('logs'),
                  value: (
                    <span className={styles.links}>
                      {known.map((name) => (
                        <To
                          key={name}
                          href={`/instance/${name}/log`}
                          label={t('window.jobs.about.log-of', { name })}
                        />
                      ))}
                    </span>
                  ),
                },
              ]),
          { term: property('program-log'), value: <PathLine label={logs} path={folders.logs} /> },
        ]}
      />
    </SectionCard>
  )
}

const To = (props: { readonly href: string; readonly label: string }) => (
  <Link href={props.href} asChild>
    <FluentLink>{props.label}</FluentLink>
  </Link>
)
