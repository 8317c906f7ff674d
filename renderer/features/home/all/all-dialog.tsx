import { Button, Spinner, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useReading } from '../../../api/use-reading.ts'
import { useApi } from '../../../api/use-api.ts'
import { DialogFrame } from '../../../components/dialog-frame.tsx'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { PlanAgreement } from '../../../plan/plan-agreement.tsx'
import { useAgreement } from '../../../plan/use-agreement.ts'
import { useInstances } from '../../../stores/live-store.ts'
import { type AllOperation, performAll, readConfirmations, type Turn } from './perform-all.ts'
import { TurnList } from './turn-list.tsx'

/** Starts or stops all of them, one after the other: what it will do, agreement where it is needed, how far it is. */
export function AllDialog(props: {
  readonly operation: AllOperation
  readonly names: readonly string[]
  readonly onClose: () => void
}) {
  const { t } = useTranslator()
  const api = useApi()
  const { operation, names, onClose } = props
  const [turns, setTurns] = useState<Readonly<Record<string, Turn>> | null>(null)
  const [ending, setEnding] = useState<AbortController | null>(null)
  const asked = useReading(`${operation} ${names.join(' ')}`, (client) =>
    readConfirmations(client, operation, names),
  )
  const leftOut = useInstances().filter(
    ({ entry, role, state }) => entry.supersededBy !== null && role !== 'standby' && state !== 'running',
  )
  const confirmations = asked.value?.map(({ confirmation }) => confirmation) ?? []
  const agreement = useAgreement(confirmations)
  const isRunning = ending !== null

  const run = async (): Promise<void> => {
    const abort = new AbortController()
    setEnding(abort)
    setTurns({})
    await performAll(
      api,
      { operation, names, agreed: asked.value ?? [] },
      {
        signal: abort.signal,
        onTurn: (name, turn) => setTurns((before) => ({ ...before, [name]: turn })),
      },
    )
    setEnding(null)
  }
  return (
    <DialogFrame
      title={t(`window.home.all.${operation}`)}
      locked={isRunning}
      onClose={onClose}
      actions={
        turns === null ? (
          <Button
            appearance="primary"
            disabled={asked.value === undefined || (confirmations.length > 0 && !agreement.agreed)}
            onClick={() => void run()}
          >
            {t(`window.home.all.${operation}`)}
          </Button>
        ) : isRunning ? (
          <Button disabled={ending.signal.aborted} onClick={() => ending.abort()}>
            {t('window.home.all.end-here')}
          </Button>
        ) : null
      }
    >
      <Text>{t(`window.home.all.${operation}-lead`)}</Text>
      <TurnList names={names} turns={turns ?? {}} />
      {operation === 'start' && leftOut.length > 0 && turns === null ? (
        <Text>{t('window.home.all.left-out', { names: leftOut.map(({ name }) => name).join(', ') })}</Text>
      ) : null}
      {turns !== null ? null : asked.failure !== undefined ? (
        <FailureMessage failure={asked.failure} onRetry={asked.reload} />
      ) : asked.value === undefined ? (
        <Spinner size="tiny" label={t('window.home.all.asking')} />
      ) : (
        <PlanAgreement
          preview={{ operation, assumes: [], notices: [], steps: [], confirmations }}
          agreement={agreement}
          typeName={null}
        />
      )}
      <div role="status">
        {turns === null || isRunning ? null : <Text>{t(`window.home.all.${outcomeOf(names, turns)}`)}</Text>}
      </div>
    </DialogFrame>
  )
}

function outcomeOf(
  names: readonly string[],
  turns: Readonly<Record<string, Turn>>,
): 'went-well' | 'went-wrong' | 'stopped-here' {
  if (names.some((name) => ['failed', 'unagreed'].includes(turns[name]?.state ?? ''))) return 'went-wrong'
  return names.every((name) => turns[name]?.state === 'done') ? 'went-well' : 'stopped-here'
}
