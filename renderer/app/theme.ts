import { teamsHighContrastTheme, type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import type { Settings } from '../../shared/model/settings.ts'
import { FORCED_COLORS_QUERY } from '../components/forced-colors.ts'
import { useMedia } from '../components/use-media.ts'
import { withFonts } from './with-fonts.ts'

/** Made once: a new object would be a new theme to every part. */
const themes = {
  light: withFonts(webLightTheme),
  dark: withFonts(webDarkTheme),
  highContrast: withFonts(teamsHighContrastTheme),
}

/** The theme that is chosen, or that the system asks for now. */
export function useTheme(chosen: Settings['theme']): Theme {
  const dark = useMedia('(prefers-color-scheme: dark)')
  const forced = useMedia(FORCED_COLORS_QUERY)
  if (chosen === 'high-contrast' || (chosen === 'system' && forced)) return themes.highContrast
  return chosen === 'dark' || (chosen === 'system' && dark) ? themes.dark : themes.light
}
