import { protocol } from 'electron'
import type { Assets } from '../../rpc/page/assets.ts'
import { answerPage } from './answer-page.ts'

const SCHEME = 'app'
/** The origin of our one page, as frames report it. */
export const pageOrigin = `${SCHEME}://pgtandem`

/** Has to happen before the program is ready. Without these privileges the page had no origin of its own. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
    },
  ])
}

/** Serves the built page from memory, to our own windows only: nothing else knows the scheme. */
export function setupPage(assets: Assets): void {
  protocol.handle(SCHEME, ({ method, url }) => answerPage({ method, url }, assets))
}
