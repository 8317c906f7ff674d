import type { ErrorCode } from '../errors/pgtandem-error.ts'
import type { TextParams } from '../i18n/text.ts'
import type { StepPreview } from './plan-preview.ts'

/** Why a job cannot go one of its ways. */
export interface JobRefusal {
  readonly code: ErrorCode
  readonly params: TextParams
}

type Way<S> =
  { readonly kind: 'possible'; readonly steps: readonly S[] } | ({ readonly kind: 'refused' } & JobRefusal)

/** What would happen if an unfinished job were finished, and if it were taken back; changes nothing. */
export interface JobOutlook {
  /** The steps that are still to be done; one that was begun is done again. */
  readonly resume: Way<StepPreview>
  /** The steps that would be taken back, in that order. */
  readonly undo: Way<Pick<StepPreview, 'id' | 'title' | 'undo'>>
}
