import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useTranslator } from '../../../language/translator.tsx'

/** Takes the place of "Promote all the same", and the focus that was on it. */
export function DoNotInsist(props: { readonly onClick: () => void }) {
  const { t } = useTranslator()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('button')?.focus(), [])
  return (
    <div ref={place}>
      <Button onClick={props.onClick}>{t('window.wizardsReplication.promote.do-not-insist')}</Button>
    </div>
  )
}
