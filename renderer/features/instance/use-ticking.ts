import { useEffect, useRef } from 'react'

/** Calls again and again while the page is seen. */
export function useTicking(everyMs: number, onTick: () => void): void {
  const latest = useRef(onTick)
  useEffect(() => {
    latest.current = onTick
  })
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (!document.hidden) latest.current()
    }, everyMs)
    return () => window.clearInterval(timer)
  }, [everyMs])
}
