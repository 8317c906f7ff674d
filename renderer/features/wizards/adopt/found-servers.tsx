import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { FoundServer } from '../../../../shared/model/readings.ts'
import type { Reading } from '../../../api/use-reading.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { ChoiceLabel } from '../fields/choice-label.tsx'

const useStyles = makeStyles({
  found: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
})

/** The servers of this machine to choose from; the last choice is to name a folder. */
export function FoundServers(props: {
  readonly reading: Reading<readonly FoundServer[]>
  /** The chosen data directory; null: none of them. */
  readonly chosen: string | null
  readonly onChoose: (dataDir: string | null) => void
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { value: found, failure, loading, reload } = props.reading
  const title = ({ label, version, port, running }: FoundServer): string =>
    t(running ? 'window.wizards.adopt.found-running' : 'window.wizards.adopt.found-stopped', {
      label,
      version: version ?? '?',
      port: port === null ? '?' : String(port),
    })
  return (
    <div className={styles.found}>
      {failure === undefined ? null : <FailureMessage failure={failure} onRetry={reload} />}
      {found === undefined || (found.length === 0 && loading) ? null : found.length === 0 ? (
        <Text>{t('window.wizards.adopt.none-found')}</Text>
      ) : (
        <Field label={t('window.wizards.adopt.found')}>
          <RadioGroup
            value={props.chosen ?? ''}
            onChange={(_event, { value }) => props.onChoose(value === '' ? null : value)}
          >
            {found.map((server) => (
              <Radio
                key={server.dataDir}
                value={server.dataDir}
                label={<ChoiceLabel title={title(server)} hint={server.dataDir} />}
              />
            ))}
            <Radio value="" label={t('window.wizards.adopt.another')} />
          </RadioGroup>
        </Field>
      )}
      {loading ? <Spinner size="tiny" label={t('window.wizards.adopt.looking')} /> : null}
      <Button size="small" appearance="subtle" onClick={reload} disabled={loading}>
        {t('window.wizards.adopt.search-again')}
      </Button>
    </div>
  )
}
