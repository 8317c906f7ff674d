import { createContext, useContext, useState } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import {
  applyStateEvent,
  type InstanceView,
  type LiveState,
  type StateEvent,
} from '../../shared/model/live-state.ts'

export interface LiveSlice {
  readonly live: LiveState | null
  /** When the last news came, by this window's clock (ms since 1970). */
  readonly heardAtMs: number | null
  readonly receive: (event: StateEvent) => void
}

export type LiveStore = StoreApi<LiveSlice>

/** The window's mirror of what the core knows; only its stream writes it. */
export const createLiveStore = (): LiveStore =>
  createStore((set) => ({
    live: null,
    heardAtMs: null,
    receive: (event) =>
      set((before) => ({ live: applyStateEvent(before.live, event), heardAtMs: Date.now() })),
  }))

export const LiveContext = createContext<LiveStore | null>(null)

export function useLive<T>(select: (slice: LiveSlice) => T): T {
  const store = useContext(LiveContext)
  if (store === null) throw new Error('no live store around this component')
  return useStore(store, select)
}

const none: readonly InstanceView[] = []

/** All instances in the catalogue's order; the same array until one of them changes. */
export const useInstances = (): readonly InstanceView[] => useLive(({ live }) => live?.instances ?? none)

export const useInstance = (name: string): InstanceView | undefined =>
  useLive(({ live }) => live?.instances.find((view) => view.name === name))

/** An instance as it was seen last: what is told of it outlives its removal. */
export function useLastSeen(name: string): InstanceView | undefined {
  const present = useInstance(name)
  const [seen, setSeen] = useState(present)
  if (present !== undefined && present !== seen) setSeen(present)
  return present ?? seen
}
