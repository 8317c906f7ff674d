import { Dropdown, Field, makeStyles, Option } from '@fluentui/react-components'
import { useLocation } from 'wouter'
import type { InstanceView } from '../../../shared/model/live-state.ts'
import { useTranslator } from '../../language/translator.tsx'

const useStyles = makeStyles({
  field: { gridTemplateColumns: 'auto auto' },
  list: { minWidth: '12em' },
})

/** Which upstream to look at; the address follows the choice. */
export function UpstreamPicker(props: {
  readonly upstreams: readonly InstanceView[]
  readonly current: string | null
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [, navigate] = useLocation()
  return (
    <Field label={t('window.replication.upstream')} orientation="horizontal" className={styles.field}>
      <Dropdown
        className={styles.list}
        value={props.current ?? ''}
        selectedOptions={props.current === null ? [] : [props.current]}
        onOptionSelect={(_event, { optionValue }) => {
          if (optionValue !== undefined) navigate(`/replication/${optionValue}`)
        }}
      >
        {props.upstreams.map(({ name, role }) => (
          <Option key={name} value={name} text={name}>
            {`${name} (${t(`window.app.roles.${role}`)})`}
          </Option>
        ))}
      </Dropdown>
    </Field>
  )
}
