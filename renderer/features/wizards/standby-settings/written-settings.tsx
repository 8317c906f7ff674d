import { Field, makeStyles, Select, Subtitle2, Text, tokens } from '@fluentui/react-components'
import type { StandbySettingsDraft } from '../../../../shared/model/standby-settings.ts'
import { CommandBlock } from '../../../components/command-block.tsx'
import { useTranslator } from '../../../language/translator.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalM },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  version: { maxWidth: '280px' },
})

const majors = [10, 11, 12, 13, 14, 15, 16, 17, 18]

/** The files and lines that a version gets: this instance's, or any other for comparison. */
export function WrittenSettings(props: {
  readonly own: number
  readonly major: number
  readonly draft: StandbySettingsDraft
  readonly onMajor: (major: number) => void
}) {
  const styles = useStyles()
  const { t, text } = useTranslator()
  const { own, major, draft } = props
  const { written } = draft
  const offered = majors.includes(own) ? majors : [...majors, own].toSorted((a, b) => a - b)
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2">{t('window.wizardsReplication.settings.written')}</Subtitle2>
      <Field label={t('window.wizardsReplication.settings.version')} className={styles.version}>
        <Select value={String(major)} onChange={(_event, data) => props.onMajor(Number(data.value))}>
          {offered.map((one) => (
            <option key={one} value={one}>
              {t(
                one === own
                  ? 'window.wizardsReplication.settings.own-version'
                  : 'window.wizardsReplication.settings.other-version',
                { major: one },
              )}
            </option>
          ))}
        </Select>
      </Field>
      {written.file.text === null ? (
        <Text>{t('window.wizardsReplication.settings.empty-file', { file: written.file.name })}</Text>
      ) : (
        <>
          <Text>{t('window.wizardsReplication.settings.file', { file: written.file.name })}</Text>
          <CommandBlock text={written.file.text.trimEnd()} />
        </>
      )}
      {written.settings === null ? null : (
        <>
          <Text>{t('window.wizardsReplication.settings.lines')}</Text>
          <CommandBlock text={written.settings.trimEnd()} />
        </>
      )}
      {written.notes.length === 0 ? null : (
        <ul className={styles.list}>
          {written.notes.map((note, index) => (
            <li key={index}>{text(note)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
