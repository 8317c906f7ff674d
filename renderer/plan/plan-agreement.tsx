import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import type { PlanPreview } from '../../shared/model/plan-preview.ts'
import { useTranslator } from '../language/translator.tsx'
import type { Agreement } from './use-agreement.ts'

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingLeft: tokens.spacingHorizontalL },
  body: { whiteSpace: 'normal' },
})

/** What must be agreed to before a plan is run, and what is merely good to know. */
export function PlanAgreement(props: {
  readonly preview: PlanPreview
  readonly agreement: Agreement
  /** Agreement is given by typing this name: for what loses data or splits a pair. */
  readonly typeName: string | null
}) {
  const styles = useStyles()
  const { t, text } = useTranslator()
  const { agreement, typeName } = props
  const { confirmations, notices } = props.preview
  return (
    <>
      {notices.length === 0 ? null : (
        <MessageBar layout="multiline">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{t('window.plan.notices')}</MessageBarTitle>
            <ul className={styles.list}>
              {notices.map((notice, index) => (
                <li key={index}>{text(notice)}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {confirmations.length === 0 ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{t('window.plan.confirmations')}</MessageBarTitle>
            <ul className={styles.list}>
              {confirmations.map((confirmation, index) => (
                <li key={index}>{text(confirmation.text)}</li>
              ))}
            </ul>
            {typeName === null ? (
              <Checkbox
                label={t('window.plan.agree')}
                checked={agreement.agreed}
                onChange={(_event, { checked }) => agreement.say({ agreed: checked === true, typed: '' })}
              />
            ) : (
              <Field label={t('window.plan.type-name', { name: typeName })}>
                <Input
                  autoComplete="off"
                  value={agreement.typed}
                  onChange={(_event, { value }) =>
                    agreement.say({ agreed: value.trim() === typeName, typed: value })
                  }
                />
              </Field>
            )}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}
