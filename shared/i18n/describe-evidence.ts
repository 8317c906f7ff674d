import type { Evidence } from '../model/evidence.ts'
import type { Translator } from './translate.ts'

/** What a field was read from, in one line of the translator's language; file names, queries and a server's own words stay as they are. */
export const describeEvidence = (
  { sources }: Pick<Evidence, 'sources'>,
  { t }: Pick<Translator, 't'>,
): string => sources.map(({ code, params }) => t(`evidence.sources.${code}`, params)).join(t('evidence.also'))
