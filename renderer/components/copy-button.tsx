import { Button, Tooltip } from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { useTranslator } from '../language/translator.tsx'

/** Puts a text on the clipboard, and says so. */
export function CopyButton(props: { readonly text: string; readonly label?: string }) {
  const { t } = useTranslator()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = window.setTimeout(() => setCopied(false), 2000)
    return () => window.clearTimeout(timer)
  }, [copied])
  const label = copied ? t('window.app.copied') : (props.label ?? t('window.app.copy'))
  return (
    <Tooltip content={label} relationship="label">
      <Button
        size="small"
        appearance="subtle"
        icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
        onClick={() => {
          void navigator.clipboard.writeText(props.text).then(() => setCopied(true))
        }}
      />
    </Tooltip>
  )
}
