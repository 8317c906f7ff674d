import { Dropdown, Field, makeStyles, Option } from '@fluentui/react-components'
import { useLocation } from 'wouter'
import { useTranslator } from '../../language/translator.tsx'
import type { Pair } from './choose-pair.ts'

const useStyles = makeStyles({
  field: { gridTemplateColumns: 'auto auto' },
  list: { minWidth: '14em' },
})

const label = ({ primary, standby }: Pair): string => `${primary.name} → ${standby.name}`

/** Which pair to play with; the address follows the choice. */
export function PairPicker(props: { readonly pairs: readonly Pair[]; readonly current: string | null }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [, navigate] = useLocation()
  const chosen = props.pairs.find(({ standby }) => standby.name === props.current)
  return (
    <Field label={t('window.playground.pair')} orientation="horizontal" className={styles.field}>
      <Dropdown
        className={styles.list}
        value={chosen === undefined ? '' : label(chosen)}
        selectedOptions={chosen === undefined ? [] : [chosen.standby.name]}
        onOptionSelect={(_event, { optionValue }) => {
          if (optionValue !== undefined) navigate(`/playground/${optionValue}`)
        }}
      >
        {props.pairs.map((pair) => (
          <Option key={pair.standby.name} value={pair.standby.name}>
            {label(pair)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  )
}
