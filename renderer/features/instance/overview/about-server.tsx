import { Link as FluentLink } from '@fluentui/react-components'
import { Fragment, type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import type { InstanceFacts } from '../../../../shared/model/readings.ts'
import { HelpTip } from '../../../components/help-tip.tsx'
import { Properties } from '../../../components/properties.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { formatBytes, formatDateTime, formatSeconds } from '../../../language/format.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstances } from '../../../stores/live-store.ts'
import { useTicking } from '../use-ticking.ts'

/** Version, age, size and kinship of an instance. */
export function AboutServer(props: {
  readonly instance: InstanceView
  readonly facts: InstanceFacts | undefined
}) {
  const { t, language } = useTranslator()
  const instances = useInstances()
  const [nowMs, setNowMs] = useState(() => Date.now())
  useTicking(10_000, () => setNowMs(Date.now()))
  const { instance, facts } = props
  const unknown = t('window.app.unknown')
  const notRead = facts === undefined ? t('window.app.loading') : unknown
  const standbys = instances.filter(({ upstream }) => upstream === instance.name).map(({ name }) => name)
  const term = (id: 'checksums' | 'system-identifier' | 'timeline' | 'upstream'): ReactNode => (
    <HelpTip term={t(`window.instance.about.${id}`)} explanation={t(`window.instance.about.${id}-help`)} />
  )
  const startedAt = facts?.startedAt ?? null
  const isStandby = instance.role === 'standby'
  return (
    <SectionCard title={t('window.instance.about.title')}>
      <Properties
        items={[
          { term: t('window.instance.about.version'), value: instance.version ?? unknown },
          {
            term: t('window.instance.about.started'),
            value:
              startedAt === null
                ? notRead
                : t('window.instance.about.started-at', {
                    at: formatDateTime(startedAt, language),
                    for: formatSeconds(Math.max(0, nowMs - Date.parse(startedAt)) / 1000, language),
                  }),
          },
          { term: t('window.instance.about.pid'), value: instance.pid ?? unknown },
          {
            term: t('window.instance.about.size'),
            value: facts?.sizeBytes == null ? notRead : formatBytes(facts.sizeBytes, language),
          },
          { term: t('window.instance.about.connections'), value: facts?.connections ?? notRead },
          {
            term: term('checksums'),
            value:
              facts?.dataChecksums == null
                ? notRead
                : t(facts.dataChecksums ? 'window.instance.on' : 'window.instance.off'),
          },
          { term: term('system-identifier'), value: instance.systemIdentifier ?? unknown },
          { term: term('timeline'), value: instance.timeline ?? unknown },
          ...(isStandby || instance.upstream !== null
            ? [{ term: term('upstream'), value: <Names names={[instance.upstream]} empty={unknown} /> }]
            : []),
          {
            term: t('window.instance.about.standbys'),
            value: <Names names={standbys} empty={t('window.instance.none')} />,
          },
          {
            term: t('window.instance.about.origin'),
            value: t(`window.instance.about.origins.${instance.entry.origin}`),
          },
        ]}
      />
    </SectionCard>
  )
}

/** Instances of ours as links, other servers by what they are called. */
export function Names(props: { readonly names: readonly (string | null)[]; readonly empty: string }) {
  const instances = useInstances()
  const names = props.names.filter((name) => name !== null)
  if (names.length === 0) return props.empty
  return names.map((name, index) => (
    <Fragment key={name}>
      {index === 0 ? '' : ', '}
      {instances.some((one) => one.name === name) ? (
        <Link href={`/instance/${name}`} asChild>
          <FluentLink inline>{name}</FluentLink>
        </Link>
      ) : (
        name
      )}
    </Fragment>
  ))
}
