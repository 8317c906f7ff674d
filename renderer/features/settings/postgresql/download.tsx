import {
  Button,
  Dropdown,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Option,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { AvailableInstallation, FoundInstallation } from '../../../../shared/model/installation.ts'
import type { Failure } from '../../../api/failure.ts'
import { useReading } from '../../../api/use-reading.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { Downloading } from './downloading.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
})

type Stage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'downloading'; readonly major: number }
  | { readonly kind: 'failed'; readonly major: number; readonly failure: Failure }
  | { readonly kind: 'done'; readonly version: string }

/** Downloads another version; it can be stopped, and nothing half-made stays. */
export function Download(props: {
  readonly found: readonly FoundInstallation[] | undefined
  readonly onInstalled: () => void
}) {
  const { t } = useTranslator()
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' })
  const known = props.found?.map(({ version }) => version).join(' ') ?? ''
  const { value, failure, reload } = useReading(`available ${known}`, (api, signal) =>
    api.installations.available(undefined, { signal }),
  )
  const missing = value?.filter(({ installed }) => !installed)
  return (
    <SectionCard title={t('window.settings.download')}>
      <Text>{t('window.settings.download-lead')}</Text>
      {failure === undefined ? null : <FailureMessage failure={failure} onRetry={reload} />}
      {stage.kind === 'failed' ? (
        <FailureMessage
          failure={stage.failure}
          onRetry={() => setStage({ kind: 'downloading', major: stage.major })}
        />
      ) : null}
      {stage.kind === 'done' ? (
        <MessageBar intent="success">
          <MessageBarBody>{t('window.settings.downloaded', { version: stage.version })}</MessageBarBody>
        </MessageBar>
      ) : null}
      {stage.kind === 'downloading' ? (
        <Downloading
          major={stage.major}
          onStop={() => setStage({ kind: 'choosing' })}
          onFailure={(why) => setStage({ kind: 'failed', major: stage.major, failure: why })}
          onInstalled={({ version }) => {
            setStage({ kind: 'done', version })
            props.onInstalled()
          }}
        />
      ) : missing?.length === 0 ? (
        <Text>{t('window.settings.download-all')}</Text>
      ) : (
        <Choose missing={missing ?? []} onChosen={(major) => setStage({ kind: 'downloading', major })} />
      )}
    </SectionCard>
  )
}

function Choose(props: {
  readonly missing: readonly AvailableInstallation[]
  readonly onChosen: (major: number) => void
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [major, setMajor] = useState<number | null>(null)
  const chosen = props.missing.find((one) => one.major === major)
  const say = ({ version }: AvailableInstallation): string => t('window.settings.version', { version })
  return (
    <div className={styles.row}>
      <Field label={t('window.settings.download-version')}>
        <Dropdown
          placeholder={t('window.settings.download-choose')}
          value={chosen === undefined ? '' : say(chosen)}
          selectedOptions={chosen === undefined ? [] : [String(chosen.major)]}
          onOptionSelect={(_event, { optionValue }) => setMajor(Number(optionValue))}
        >
          {props.missing.map((one) => (
            <Option key={one.major} value={String(one.major)}>
              {say(one)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Button
        icon={<ArrowDownloadRegular />}
        disabled={chosen === undefined}
        onClick={() => {
          if (chosen !== undefined) props.onChosen(chosen.major)
        }}
      >
        {t('window.settings.download-do')}
      </Button>
    </div>
  )
}
