import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  ArrowSyncRegular,
  BeakerRegular,
  HomeRegular,
  SettingsRegular,
  TaskListSquareLtrRegular,
} from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import { Link, useLocation } from 'wouter'
import { FORCED_COLORS } from '../components/forced-colors.ts'
import { useTranslator } from '../language/translator.tsx'

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalS,
    width: '200px',
    '@media (max-width: 640px)': { width: 'auto' },
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    borderLeft: '3px solid transparent',
    // Transparent is a colour like any other there.
    [FORCED_COLORS]: { borderLeftColor: 'Canvas' },
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    borderLeftColor: tokens.colorBrandStroke1,
    [FORCED_COLORS]: { borderLeftColor: 'Highlight' },
  },
  label: { '@media (max-width: 640px)': { display: 'none' } },
  icon: { fontSize: '20px', flexShrink: 0 },
  grow: { flexGrow: 1 },
})

const places = [
  { id: 'home', path: '/', icon: HomeRegular },
  { id: 'replication', path: '/replication', icon: ArrowSyncRegular },
  { id: 'playground', path: '/playground', icon: BeakerRegular },
  { id: 'jobs', path: '/jobs', icon: TaskListSquareLtrRegular },
  { id: 'settings', path: '/settings', icon: SettingsRegular },
] as const satisfies readonly {
  readonly id: string
  readonly path: string
  readonly icon: ComponentType<{ readonly className?: string }>
}[]

/** Where one can go. In a small window only the icons stay. */
export function Navigation() {
  const styles = useStyles()
  const { t } = useTranslator()
  const [location] = useLocation()
  const isHere = (path: string): boolean =>
    path === '/'
      ? !places.some((place) => place.path !== '/' && location.startsWith(place.path))
      : location.startsWith(path)
  return (
    <nav className={styles.nav} aria-label={t('window.app.navigation')}>
      {places.map(({ id, path, icon: Icon }) => {
        const label = t(`window.app.nav.${id}`)
        return (
          <Link
            key={id}
            href={path}
            title={label}
            aria-current={isHere(path) ? 'page' : undefined}
            className={mergeClasses(styles.link, isHere(path) && styles.here)}
          >
            <Icon className={styles.icon} aria-hidden />
            <span className={styles.label}>{label}</span>
          </Link>
        )
      })}
    </nav>
  )
}
