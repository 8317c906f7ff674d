import { useState } from 'react'

export const views = ['picture', 'list'] as const
export type View = (typeof views)[number]

const STORED = 'pgtandem-home-view'

/** How the instances are shown, as last chosen in this window's storage. */
export function useView(): readonly [View, (view: View) => void] {
  const [view, setView] = useState<View>(() =>
    window.localStorage.getItem(STORED) === 'list' ? 'list' : 'picture',
  )
  const choose = (chosen: View): void => {
    window.localStorage.setItem(STORED, chosen)
    setView(chosen)
  }
  return [view, choose]
}
