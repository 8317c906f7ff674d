import { FluentProvider } from '@fluentui/react-components'
import { useStream, useConnectionState } from '../api/use-api.ts'
import { LanguageProvider } from '../language/translator.tsx'
import { useLive } from '../stores/live-store.ts'
import { Frame } from './frame.tsx'
import { useGround } from './ground.ts'
import { Welcome } from './welcome.tsx'
import { useTheme } from './theme.ts'

/** Follows the program's state, and puts theme and language around everything. */
export function App() {
  useGround()
  const receive = useLive((slice) => slice.receive)
  const settings = useLive(({ live }) => live?.settings)
  useStream('state', (api, signal) => api.state.watch(undefined, { signal }), { onValue: receive })
  const connection = useConnectionState()
  const theme = useTheme(settings?.theme ?? 'system')
  const system = ('info' in connection ? connection.info?.systemLanguage : undefined) ?? navigator.language
  return (
    <FluentProvider theme={theme}>
      <LanguageProvider chosen={settings?.language ?? 'system'} system={system}>
        {settings === undefined ? <Welcome /> : <Frame />}
      </LanguageProvider>
    </FluentProvider>
  )
}
