import { Button, makeStyles, Text, tokens, Tooltip, useRestoreFocusTarget } from '@fluentui/react-components'
import { FolderOpenRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { type Failure, toFailure } from '../api/failure.ts'
import { useApi, useSession } from '../api/use-api.ts'
import { CopyButton } from '../components/copy-button.tsx'
import { FailureDialog } from '../components/failure-dialog.tsx'
import { useTranslator } from '../language/translator.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  path: { overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyMonospace, minWidth: 0 },
})

/** A path of an instance or of the program: to read, to copy, and to open where the desktop can. */
export function PathLine(props: { readonly label: string; readonly path: string }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const api = useApi()
  const { canOpenPaths } = useSession()
  const [failure, setFailure] = useState<Failure | null>(null)
  const focusReturns = useRestoreFocusTarget()
  const open = (): void => {
    api.desktop.openPath({ path: props.path }).catch((error: unknown) => setFailure(toFailure(error)))
  }
  const openLabel = t('window.instance.paths.open', { what: props.label })
  return (
    <span className={styles.row}>
      <Text size={200} className={styles.path}>
        {props.path}
      </Text>
      {canOpenPaths ? (
        <Tooltip content={openLabel} relationship="label">
          <Button
            {...focusReturns}
            size="small"
            appearance="subtle"
            icon={<FolderOpenRegular />}
            onClick={open}
          />
        </Tooltip>
      ) : null}
      <CopyButton text={props.path} label={t('window.instance.paths.copy', { what: props.label })} />
      {failure === null ? null : <FailureDialog failure={failure} onClose={() => setFailure(null)} />}
    </span>
  )
}
