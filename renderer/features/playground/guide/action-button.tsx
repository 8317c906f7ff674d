import { Button } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { Action } from '../../../../shared/model/actions.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { useActions } from '../../../plan/instance-actions.tsx'

/** One action on one instance, named after both: `Stop main`. */
export function ActionButton(props: {
  readonly action: Extract<Action, 'start' | 'stop' | 'pause' | 'resume'>
  readonly name: string
  readonly icon: ReactElement
  readonly disabled: boolean
}) {
  const { t } = useTranslator()
  const { choose, dialogs } = useActions(props.name)
  return (
    <>
      <Button icon={props.icon} disabled={props.disabled} onClick={() => choose(props.action)}>
        {t(`window.playground.actions.${props.action}`, { name: props.name })}
      </Button>
      {dialogs}
    </>
  )
}
