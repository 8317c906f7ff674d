import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import type { ReplicationDetails, SlotView } from '../../../../shared/model/replication.ts'
import { DataTable } from '../../../components/data-table.tsx'
import { HelpTip } from '../../../components/help-tip.tsx'
import { Properties } from '../../../components/properties.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { formatBytes } from '../../../language/format.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { slotWarning } from './slot-warning.ts'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } })

const columns = [
  'slot_name',
  'used-by',
  'active',
  'restart_lsn',
  'held',
  'wal_status',
  'safe_wal_size',
] as const

/** The replication slots of an upstream: what each makes it keep, and what may become of that. */
export function SlotsCard(props: { readonly upstream: InstanceView; readonly details: ReplicationDetails }) {
  const styles = useStyles()
  const { t, language } = useTranslator()
  const { slots, maxSlotWalKeepSize } = props.details
  const bytes = (value: number | null): string => (value === null ? '–' : formatBytes(value, language))
  const row = (slot: SlotView): readonly string[] => [
    slot.name,
    slot.usedBy ?? '–',
    t(slot.active ? 'window.replication.slots.yes' : 'window.replication.slots.no'),
    slot.restartLsn ?? '–',
    bytes(slot.heldBytes),
    slot.walStatus ?? '–',
    bytes(slot.safeBytes),
  ]
  return (
    <SectionCard title={t('window.replication.slots.title')}>
      <Text className={styles.quiet}>{t('window.replication.slots.about')}</Text>
      {slots.map((slot) => {
        const warning = slotWarning(slot)
        return warning === null ? null : (
          <MessageBar
            key={slot.name}
            layout="multiline"
            intent={warning === 'lost' ? 'error' : warning === 'idle' ? 'info' : 'warning'}
          >
            <MessageBarBody>
              {t(`window.replication.slots.warnings.${warning}`, {
                slot: slot.name,
                held: bytes(slot.heldBytes),
                standby: slot.usedBy ?? t('window.replication.slots.nobody'),
              })}
            </MessageBarBody>
          </MessageBar>
        )
      })}
      {slots.length === 0 ? (
        <Text>{t('window.replication.slots.none')}</Text>
      ) : (
        <DataTable
          label="pg_replication_slots"
          columns={columns.map((id) => (
            <HelpTip
              key={id}
              term={t(`window.replication.slots.columns.${id}`)}
              explanation={t(`window.replication.slots.help.${id}`)}
            />
          ))}
          rows={slots.map(row)}
        />
      )}
      {maxSlotWalKeepSize === null ? null : (
        <Properties
          items={[
            {
              term: (
                <HelpTip
                  term="max_slot_wal_keep_size"
                  explanation={t('window.replication.slots.help.limit')}
                />
              ),
              value:
                maxSlotWalKeepSize === '-1' ? t('window.replication.slots.no-limit') : maxSlotWalKeepSize,
            },
          ]}
        />
      )}
    </SectionCard>
  )
}
