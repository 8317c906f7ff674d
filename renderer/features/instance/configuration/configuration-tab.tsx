import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { useSearchParams } from 'wouter'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { draftKey, useScratch } from '../../../stores/scratch-store.ts'
import { NeedsServer } from '../needs-server.tsx'
import { FilePart } from './file-part.tsx'
import { HbaRules } from './hba-rules.tsx'
import { Settings } from './settings.tsx'
import { StandbySettings } from './standby-settings.tsx'

const parts = ['settings', 'postgresql.conf', 'pg_hba.conf', 'standby'] as const
type Part = (typeof parts)[number]

const useStyles = makeStyles({
  list: { flexWrap: 'wrap' },
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
})

/** Up to 11 the settings of a standby are a file of their own. */
const usesRecoveryConf = (instance: InstanceView): boolean => instance.major !== null && instance.major < 12

/** What an instance is set to: its settings, its files to edit, and how it recovers. `?part=` names the part. */
export function ConfigurationTab(props: { readonly instance: InstanceView }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [search, setSearch] = useSearchParams()
  const files = useScratch((slice) => slice.files)
  const { instance } = props
  const part = parts.find((one) => one === search.get('part')) ?? 'settings'
  const label = (one: Part): string => {
    if (one === 'settings') return t('window.instance.configuration.settings')
    if (one !== 'standby') return one
    return usesRecoveryConf(instance) ? 'recovery.conf' : t('window.instance.configuration.standby')
  }
  const isUnsaved = (one: Part): boolean =>
    draftKey(instance.name, one === 'standby' ? 'recovery.conf' : one) in files
  if (instance.state === 'missing') return <NeedsServer instance={instance} tab="configuration" />
  return (
    <>
      <NeedsServer instance={instance} tab="configuration" />
      <TabList
        size="small"
        className={styles.list}
        selectedValue={part}
        aria-label={t('window.instance.configuration.parts')}
        onTabSelect={(_event, { value }) => setSearch({ part: String(value) }, { replace: true })}
      >
        {parts.map((one) => (
          <Tab key={one} id={`part-${one}`} value={one}>
            {label(one)}
            {isUnsaved(one) ? ` ${t('window.instance.unsaved-mark')}` : ''}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-labelledby={`part-${part}`} className={styles.panel}>
        <PartOf instance={instance} part={part} />
      </div>
    </>
  )
}

function PartOf(props: { readonly instance: InstanceView; readonly part: Part }) {
  const { instance, part } = props
  switch (part) {
    case 'settings':
      return <Settings instance={instance} />
    case 'postgresql.conf':
      return <FilePart key={part} instance={instance} file="postgresql.conf" />
    case 'pg_hba.conf':
      return (
        <>
          <HbaRules instance={instance} />
          <FilePart key={part} instance={instance} file="pg_hba.conf" />
        </>
      )
    case 'standby':
      return <StandbySettings instance={instance} />
  }
}
