import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { PlayMultiple16Regular, RecordStopRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { namesToStart, namesToStop } from '../../../../shared/model/on-all.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstances } from '../../../stores/live-store.ts'
import { AllDialog } from './all-dialog.tsx'
import type { AllOperation } from './perform-all.ts'

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** Start all and stop all; which and in what order is fixed when the button is pressed. */
export function AllButtons() {
  const styles = useStyles()
  const { t } = useTranslator()
  const focusReturns = useRestoreFocusTarget()
  const instances = useInstances()
  const names = { start: namesToStart(instances), stop: namesToStop(instances) }
  const [chosen, setChosen] = useState<{
    readonly operation: AllOperation
    readonly names: readonly string[]
  } | null>(null)
  const icons = { start: <PlayMultiple16Regular />, stop: <RecordStopRegular /> }
  return (
    <div className={styles.group}>
      {(['start', 'stop'] as const).map((operation) => (
        <Button
          key={operation}
          icon={icons[operation]}
          disabledFocusable={names[operation].length === 0}
          onClick={() => setChosen({ operation, names: names[operation] })}
          {...focusReturns}
        >
          {t(`window.home.all.${operation}`)}
        </Button>
      ))}
      {chosen === null ? null : <AllDialog {...chosen} onClose={() => setChosen(null)} />}
    </div>
  )
}
