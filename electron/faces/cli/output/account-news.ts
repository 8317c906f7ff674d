import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { AccountNews } from '../../../system/platform/account.ts'

/** What the program did about being root, in a sentence. */
export function describeAccountNews(news: AccountNews, t: Translator): string {
  if (news.kind === 'programs-copied')
    return t.t('cli.account.programs-copied', { from: news.from, to: news.to })
  const key = news.kind === 'account-created' ? 'cli.account.created' : 'cli.account.root-given-up'
  return t.t(key, { account: news.account })
}
