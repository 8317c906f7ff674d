import { teamsHighContrastTheme, type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import type { Settings } from '../../shared/model/settings.ts'

/** The theme that is chosen, or that the system asks for now. */
export function useTheme(chosen: Settings['theme']): Theme {
  const dark = useMedia('(prefers-color-scheme: dark)')
  const forced = useMedia('(forced-colors: active)')
  if (chosen === 'high-contrast' || (chosen === 'system' && forced)) return teamsHighContrastTheme
  return chosen === 'dark' || (chosen === 'system' && dark) ? webDarkTheme : webLightTheme
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', onChange)
      return () => media.removeEventListener('change', onChange)
    },
    () => window.matchMedia(query).matches,
  )
}
