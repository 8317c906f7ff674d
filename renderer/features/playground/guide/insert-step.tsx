import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import type { ArrivedRow } from '../../../../shared/model/playground.ts'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi } from '../../../api/use-api.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

type Insertion =
  | { readonly kind: 'none' | 'waiting' }
  | { readonly kind: 'done'; readonly row: ArrivedRow }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** One click: a row on the primary, and how long it took to show on the standby. */
export function InsertStep(props: {
  readonly primary: string
  readonly standby: string
  readonly disabled: boolean
  /** Commits on the primary wait for a standby that is not there. */
  readonly hangs: boolean
  readonly onArrived: () => void
}) {
  const styles = useStyles()
  const { t, language } = useTranslator()
  const api = useApi()
  const [insertion, setInsertion] = useState<Insertion>({ kind: 'none' })
  const waiting = useRef<AbortController | null>(null)
  useEffect(() => () => waiting.current?.abort(), [])
  const { primary, standby } = props

  const insert = async (): Promise<void> => {
    const abort = new AbortController()
    waiting.current = abort
    setInsertion({ kind: 'waiting' })
    try {
      const row = await api.playground.insertRow({ primary, standby }, { signal: abort.signal })
      if (abort.signal.aborted) return
      setInsertion({ kind: 'done', row })
      if (row.arrivedMs !== null) props.onArrived()
    } catch (error) {
      if (!abort.signal.aborted) setInsertion({ kind: 'failed', failure: toFailure(error) })
    }
  }
  const ms = (value: number): string =>
    value.toLocaleString(language, { maximumFractionDigits: value < 10 ? 1 : 0 })
  return (
    <>
      <div className={styles.row}>
        <Button
          appearance="primary"
          icon={<AddRegular />}
          disabled={props.disabled || insertion.kind === 'waiting'}
          onClick={() => void insert()}
        >
          {t('window.playground.insert.button')}
        </Button>
        <span role="status">
          {insertion.kind === 'waiting' ? (
            <Spinner
              size="tiny"
              label={
                props.hangs
                  ? t('window.playground.insert.hangs', { primary })
                  : t('window.playground.insert.waiting', { standby })
              }
            />
          ) : insertion.kind === 'done' ? (
            <Text>
              {insertion.row.arrivedMs === null
                ? t('window.playground.insert.not-arrived', { id: insertion.row.id, primary, standby })
                : t('window.playground.insert.arrived', {
                    id: insertion.row.id,
                    primary,
                    standby,
                    commit: ms(insertion.row.commitMs),
                    arrived: ms(insertion.row.arrivedMs),
                  })}
            </Text>
          ) : null}
        </span>
      </div>
      {insertion.kind === 'failed' ? <FailureMessage failure={insertion.failure} /> : null}
    </>
  )
}
