import { LinkButton } from '../components/link-button.tsx'
import { Page } from '../components/page.tsx'
import { useTranslator } from '../language/translator.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslator()
  return (
    <Page title={t('window.app.not-found')}>
      <span>
        <LinkButton href="/">{t('window.app.go-home')}</LinkButton>
      </span>
    </Page>
  )
}
