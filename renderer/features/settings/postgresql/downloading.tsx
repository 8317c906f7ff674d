import { Button, Field, makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { FoundInstallation, InstallNews } from '../../../../shared/model/installation.ts'
import type { Failure } from '../../../api/failure.ts'
import { useStream } from '../../../api/use-api.ts'
import { formatBytes } from '../../../language/format.ts'
import { useTranslator } from '../../../language/translator.tsx'

const useStyles = makeStyles({
  row: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  bar: { width: '100%' },
})

/** A download while it is under way; taking this off the page stops it. */
export function Downloading(props: {
  readonly major: number
  readonly onStop: () => void
  readonly onFailure: (failure: Failure) => void
  readonly onInstalled: (installation: FoundInstallation) => void
}) {
  const styles = useStyles()
  const { t, language } = useTranslator()
  const { major, onStop, onFailure, onInstalled } = props
  const [progress, setProgress] = useState<Extract<InstallNews, { kind: 'progress' }> | null>(null)
  useStream(`install ${major}`, (api, signal) => api.installations.install({ major }, { signal }), {
    onValue: (news) => {
      if (news.kind === 'progress') setProgress(news)
      else onInstalled(news.installation)
    },
    onFailure,
  })
  const label =
    progress === null
      ? t('window.settings.download-begins', { major })
      : t(`window.settings.${progress.phase}`, { major })
  const said =
    progress === null
      ? {}
      : {
          validationState: 'none' as const,
          validationMessage: t('window.settings.progress', {
            done: formatBytes(progress.bytes, language),
            total: formatBytes(progress.totalBytes, language),
          }),
        }
  return (
    <div className={styles.row}>
      <Field label={label} className={styles.bar} {...said}>
        <ProgressBar
          {...(progress === null ? {} : { value: progress.bytes, max: Math.max(progress.totalBytes, 1) })}
        />
      </Field>
      <Button onClick={onStop}>{t('window.settings.download-stop')}</Button>
    </div>
  )
}
