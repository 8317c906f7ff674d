import { useLocation } from 'wouter'
import { useSession, useStream } from '../api/use-api.ts'

/** On the desktop, tray and notifications open pages of the window. */
export function DesktopPages() {
  const [, navigate] = useLocation()
  const { face } = useSession()
  useStream('pages', face === 'desktop' ? (api, signal) => api.desktop.pages(undefined, { signal }) : null, {
    onValue: ({ path }) => navigate(path),
  })
  return null
}
