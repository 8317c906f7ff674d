import { InfoLabel, type LabelProps } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslator } from '../language/translator.tsx'

/** A word that needs explaining, with its explanation at hand by mouse and keyboard. `label`: that it is the label of a field. */
export function HelpTip(props: {
  readonly term: ReactNode
  readonly explanation: string
  readonly label?: LabelProps
}) {
  const { t } = useTranslator()
  return (
    <InfoLabel
      {...props.label}
      info={props.explanation}
      infoButton={{ 'aria-label': t('window.app.explanation') }}
    >
      {props.term}
    </InfoLabel>
  )
}
