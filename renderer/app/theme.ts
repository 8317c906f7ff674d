import { teamsHighContrastTheme, type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import type { Settings } from '../../shared/model/settings.ts'
import { FORCED_COLORS_QUERY } from '../components/forced-colors.ts'
import { useMedia } from '../components/use-media.ts'

/** The theme that is chosen, or that the system asks for now. */
export function useTheme(chosen: Settings['theme']): Theme {
  const dark = useMedia('(prefers-color-scheme: dark)')
  const forced = useMedia(FORCED_COLORS_QUERY)
  if (chosen === 'high-contrast' || (chosen === 'system' && forced)) return teamsHighContrastTheme
  return chosen === 'dark' || (chosen === 'system' && dark) ? webDarkTheme : webLightTheme
}
