import { useEffect, useRef, useState } from 'react'
import { isInstanceName } from '../../../../shared/model/instance-name.ts'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi } from '../../../api/use-api.ts'

const DEBOUNCE_MS = 250

/** Where a password lies for the operation, and why it could not be put there. */
export interface StoredPassword {
  /** Goes up whenever a password was stored: then a plan may look different. */
  readonly occasion: number
  readonly failure: Failure | null
  /** While the operation runs with it, it is not forgotten when the wizard is left. */
  readonly keep: (yes: boolean) => void
}

/**
 * Keeps a password stored for a name and user as long as the wizard is open, and takes it back when one of them
 * changes or the wizard is left: it must not lie about for an instance that never came to be.
 */
export function useStoredPassword(name: string, user: string, password: string | null): StoredPassword {
  const api = useApi()
  const [occasion, setOccasion] = useState(0)
  const [failure, setFailure] = useState<Failure | null>(null)
  const kept = useRef(false)
  useEffect(() => {
    setFailure(null)
    if (password === null || !isInstanceName(name)) return undefined
    let storing: Promise<void> | null = null
    const store = async (): Promise<void> => {
      try {
        await api.operations.storePassword({ name, user, password })
        setOccasion((before) => before + 1)
      } catch (error) {
        setFailure(toFailure(error))
      }
    }
    const timer = window.setTimeout(() => {
      storing = store()
    }, DEBOUNCE_MS)
    const forget = (): void => {
      if (storing === null || kept.current) return
      // Where that fails the link is gone, and nobody is left to be told.
      storing.then(() => api.operations.forgetPassword({ name, user })).catch(() => undefined)
    }
    window.addEventListener('pagehide', forget)
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('pagehide', forget)
      forget()
    }
  }, [api, name, user, password])
  return {
    occasion,
    failure,
    keep: (yes) => {
      kept.current = yes
    },
  }
}
