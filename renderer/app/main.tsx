import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { isDesktop, openDesktopLink } from '../api/open-desktop-link.ts'
import { openWebLink, takeKey } from '../api/open-web-link.ts'
import { keepConnected } from '../api/keep-connected.ts'
import { ConnectionContext } from '../api/use-api.ts'
import { createLiveStore, LiveContext } from '../stores/live-store.ts'
import { createScratchStore, ScratchContext } from '../stores/scratch-store.ts'
import { App } from './app.tsx'

const place = document.querySelector('#root')
if (place === null) throw new Error('the page has no place for the window')

// The attribute reads as empty; only the property tells it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
const styles = createDOMRenderer(document, { styleElementAttributes: { nonce } })

const key = takeKey()
const connection = keepConnected(
  isDesktop() ? openDesktopLink : () => (key === null ? Promise.resolve('wrong-key') : openWebLink(key)),
)

createRoot(place).render(
  <StrictMode>
    <RendererProvider renderer={styles} targetDocument={document}>
      <ConnectionContext value={connection}>
        <LiveContext value={createLiveStore()}>
          <ScratchContext value={createScratchStore()}>
            <App />
          </ScratchContext>
        </LiveContext>
      </ConnectionContext>
    </RendererProvider>
  </StrictMode>,
)
