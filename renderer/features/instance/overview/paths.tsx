import type { InstanceView } from '../../../../shared/model/live-state.ts'
import type { InstanceFacts } from '../../../../shared/model/readings.ts'
import { Properties } from '../../../components/properties.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { PathLine } from '../../../paths/path-line.tsx'
import { joinPath } from '../join-path.ts'

/** Where an instance lies: to open where the desktop can, and to copy. */
export function Paths(props: { readonly instance: InstanceView; readonly facts: InstanceFacts | undefined }) {
  const { t } = useTranslator()
  const { dataDir, entry } = props.instance
  const hba = props.facts?.hbaFile ?? joinPath(dataDir, 'pg_hba.conf')
  const paths = [
    ['data', dataDir],
    ['configuration', entry.configFile ?? joinPath(dataDir, 'postgresql.conf')],
    ['hba', hba],
    ['log', entry.logFile],
    ['programs', entry.binDir],
    ['passfile', props.facts?.passfile ?? null],
  ] as const
  return (
    <SectionCard title={t('window.instance.paths.title')}>
      <Properties
        items={paths.flatMap(([id, path]) => {
          const label = t(`window.instance.paths.${id}`)
          return path === null ? [] : [{ term: label, value: <PathLine label={label} path={path} /> }]
        })}
      />
    </SectionCard>
  )
}
