import { useState } from 'react'
import type { Confirmation } from '../../shared/model/plan-preview.ts'
import { whatIsAsked } from '../../shared/model/what-is-asked.ts'

interface Said {
  readonly agreed: boolean
  /** What stands in the field for the name. */
  readonly typed: string
}

/** What a person said to what a plan asks. */
export interface Agreement extends Said {
  readonly say: (said: Said) => void
  /** For what is run now it was given; the next time it is asked for anew. */
  readonly forget: () => void
}

const nothing: Said = { agreed: false, typed: '' }

/** Agreement to just this: gone, with what was typed, as soon as anything else is asked, nothing is, or `request` is another. */
export function useAgreement(confirmations: readonly Confirmation[], request = ''): Agreement {
  const to = `${whatIsAsked(confirmations)} ${request}`
  const [said, setSaid] = useState({ ...nothing, to })
  // While drawing, not after it: nobody may press a button that is still armed.
  if (said.to !== to) setSaid({ ...nothing, to })
  return {
    ...said,
    say: (now) => setSaid({ ...now, to }),
    forget: () => setSaid({ ...nothing, to }),
  }
}
