import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { Suspense } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '../api/use-api.ts'
import { ErrorBoundary } from '../components/error-boundary.tsx'
import { useTranslator } from '../language/translator.tsx'
import { useUnsavedWarning } from '../stores/scratch-store.ts'
import { Banners } from './banners.tsx'
import { DesktopPages } from './desktop-pages.tsx'
import { Navigation } from './navigation.tsx'
import { Pages } from './pages.tsx'

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  content: { display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0 },
  page: {
    flexGrow: 1,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM },
  },
  skip: {
    position: 'absolute',
    left: '-10000px',
    ':focus': {
      left: tokens.spacingHorizontalS,
      top: tokens.spacingVerticalS,
      zIndex: 10,
      padding: tokens.spacingHorizontalS,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
    },
  },
})

/** Navigation on the side, news of importance on top, the page in the middle: a page that fails leaves the rest usable. */
export function Frame() {
  const styles = useStyles()
  const { t } = useTranslator()
  const [location] = useLocation()
  // Electron would refuse to close the window without asking anybody.
  useUnsavedWarning(useSession().face === 'web')
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#page">
        {t('window.app.skip')}
      </a>
      <DesktopPages />
      <Navigation />
      <div className={styles.content}>
        <Banners />
        <main id="page" tabIndex={-1} className={styles.page}>
          <ErrorBoundary resetKey={location}>
            <Suspense fallback={<Spinner label={t('window.app.loading')} />}>
              <Pages />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
    </div>
  )
}
