import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  makeStyles,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { RecoveryConversion } from '../../../../shared/model/standby-settings.ts'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi } from '../../../api/use-api.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { ConversionResult } from './conversion-result.tsx'

const useStyles = makeStyles({
  panel: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, paddingTop: tokens.spacingVerticalM },
  text: { fontFamily: tokens.fontFamilyMonospace },
  start: { justifySelf: 'start' },
})

/** Takes a recovery.conf of any version, shows what becomes of it, and fills the form with it. */
export function PasteRecoveryConf(props: {
  readonly name: string
  readonly onTake: (conversion: RecoveryConversion) => void
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const api = useApi()
  const [pasted, setPasted] = useState('')
  const [conversion, setConversion] = useState<RecoveryConversion | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [taken, setTaken] = useState(false)
  const convert = async (): Promise<void> => {
    setFailure(null)
    setTaken(false)
    try {
      setConversion(await api.instances.convertRecovery({ name: props.name, text: pasted }))
    } catch (error) {
      setConversion(null)
      setFailure(toFailure(error))
    }
  }
  return (
    <Accordion collapsible>
      <AccordionItem value="paste">
        <AccordionHeader as="h2">{t('window.wizardsReplication.paste.title')}</AccordionHeader>
        <AccordionPanel className={styles.panel}>
          <Field
            label={t('window.wizardsReplication.paste.label')}
            hint={t('window.wizardsReplication.paste.hint')}
          >
            <Textarea
              rows={7}
              resize="vertical"
              spellCheck={false}
              textarea={{ className: styles.text }}
              value={pasted}
              onChange={(_event, { value }) => {
                setPasted(value)
                setConversion(null)
                setTaken(false)
              }}
            />
          </Field>
          <Button className={styles.start} disabled={pasted.trim() === ''} onClick={() => void convert()}>
            {t('window.wizardsReplication.paste.convert')}
          </Button>
          {failure === null ? null : <FailureMessage failure={failure} />}
          {conversion === null ? null : (
            <ConversionResult
              name={props.name}
              conversion={conversion}
              taken={taken}
              onTake={() => {
                props.onTake(conversion)
                setTaken(true)
              }}
            />
          )}
          <div role="status">{taken ? <Text>{t('window.wizardsReplication.paste.taken')}</Text> : null}</div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  )
}
