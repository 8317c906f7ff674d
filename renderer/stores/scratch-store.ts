import { createContext, useContext, useEffect } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'

/** A file's text as it was loaded, and as a person has changed it. */
export interface FileDraft {
  readonly base: string
  readonly text: string
}

export interface ConsoleScratch {
  readonly text: string
  readonly database: string
  /** Newest first. */
  readonly history: readonly string[]
}

/** What a person has typed and is not done with. It outlives the page it was typed on, and ends with the window. */
export interface ScratchSlice {
  /** By instance and file; see `draftKey`. */
  readonly files: Readonly<Record<string, FileDraft>>
  /** By instance. */
  readonly consoles: Readonly<Record<string, ConsoleScratch>>
  readonly keepFile: (key: string, draft: FileDraft | null) => void
  readonly keepConsole: (name: string, scratch: ConsoleScratch) => void
}

export const draftKey = (name: string, file: string): string => `${name}/${file}`

export type ScratchStore = StoreApi<ScratchSlice>

export const createScratchStore = (): ScratchStore =>
  createStore((set) => ({
    files: {},
    consoles: {},
    keepFile: (key, draft) =>
      set(({ files }) => {
        const { [key]: _replaced, ...others } = files
        return { files: draft === null ? others : { ...others, [key]: draft } }
      }),
    keepConsole: (name, scratch) => set(({ consoles }) => ({ consoles: { ...consoles, [name]: scratch } })),
  }))

export const ScratchContext = createContext<ScratchStore | null>(null)

export function useScratch<T>(select: (slice: ScratchSlice) => T): T {
  const store = useContext(ScratchContext)
  if (store === null) throw new Error('no scratch store around this component')
  return useStore(store, select)
}

/** Has the browser ask before it closes or reloads a page with unsaved files. */
export function useUnsavedWarning(active: boolean): void {
  const unsaved = useScratch(({ files }) => Object.keys(files).length > 0)
  useEffect(() => {
    if (!active || !unsaved) return undefined
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [active, unsaved])
}
