import { InfoLabel, type LabelProps } from '@fluentui/react-components'
import { memo, type ReactNode } from 'react'
import { useTranslator } from '../language/translator.tsx'

/**
 * A word that needs explaining, with its explanation at hand by mouse and keyboard. `label`: that it is the label of a field,
 * or how it looks. Costly to draw: beside values that move, give it the same text and label each time.
 */
export const HelpTip = memo(function HelpTip(props: {
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
})
