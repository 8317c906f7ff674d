import { Button, Tooltip, useRestoreFocusTarget } from '@fluentui/react-components'
import { QuestionCircleRegular } from '@fluentui/react-icons'
import { useTranslator } from '../../language/translator.tsx'

/** Asks why an instance is shown as it is. */
export function WhyButton(props: { readonly name: string; readonly onWhy: (name: string) => void }) {
  const { t } = useTranslator()
  const focusReturns = useRestoreFocusTarget()
  return (
    <Tooltip content={t('window.home.why-of', { name: props.name })} relationship="label">
      <Button
        size="small"
        appearance="subtle"
        icon={<QuestionCircleRegular />}
        onClick={() => props.onWhy(props.name)}
        {...focusReturns}
      />
    </Tooltip>
  )
}
