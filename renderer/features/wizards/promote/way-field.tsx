import { Field, type FieldProps, Radio, RadioGroup } from '@fluentui/react-components'
import type { PromotionWay } from '../../../../shared/model/standby-settings.ts'
import { LinkButton } from '../../../components/link-button.tsx'
import { useTranslator } from '../../../language/translator.tsx'

/** How the standby is told; null leaves it to the program. */
export function WayField(props: {
  readonly name: string
  /** Those that this version has. */
  readonly ways: readonly PromotionWay[]
  readonly way: PromotionWay | null
  readonly onWay: (way: PromotionWay | null) => void
  readonly check: Pick<FieldProps, 'validationState' | 'validationMessage'>
  readonly needsTriggerFile: boolean
}) {
  const { t } = useTranslator()
  return (
    <>
      <Field label={t('window.wizardsReplication.promote.way')} {...props.check}>
        <RadioGroup
          value={props.way ?? 'auto'}
          onChange={(_event, { value }) => props.onWay(props.ways.find((way) => way === value) ?? null)}
        >
          <Radio value="auto" label={t('window.wizardsReplication.promote.ways.auto')} />
          {props.ways.map((way) => (
            <Radio key={way} value={way} label={t(`window.wizardsReplication.promote.ways.${way}`)} />
          ))}
        </RadioGroup>
      </Field>
      {props.needsTriggerFile ? (
        <div>
          <LinkButton href={`/do/recovery/${props.name}`} size="small">
            {t('window.wizardsReplication.promote.set-trigger-file')}
          </LinkButton>
        </div>
      ) : null}
    </>
  )
}
