import { app, type Session, type WebContents } from 'electron'
import { pageOrigin } from '../page/scheme.ts'

/** Denies to every page, whoever makes one, to leave our origin, to open windows and to embed others. */
export function setupContentGuards(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', stayHome)
  contents.on('will-frame-navigate', stayHome)
  contents.on('will-redirect', stayHome)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function stayHome(event: { readonly url: string; preventDefault(): void }): void {
  if (!isOurs(event.url)) event.preventDefault()
}

/** `app://pgtandem.evil/` begins like ours, so the whole origin is compared. */
function isOurs(url: string): boolean {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`)
}

/** Denies every permission but writing text to the clipboard: copy buttons need that. */
export function denyPermissions(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin))
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isAllowed(permission, requestingUrl)),
  )
  session.setDevicePermissionHandler(() => false)
}

const isAllowed = (permission: string, origin: string): boolean =>
  permission === 'clipboard-sanitized-write' && isOurs(origin)
