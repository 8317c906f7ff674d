import { makeStyles, useThemeClassName } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { FORCED_COLORS, FORCED_COLORS_QUERY } from '../components/forced-colors.ts'
import { useMedia } from '../components/use-media.ts'
import type { LagColumns } from './lag-columns.ts'
import { type LagPlotProps, plotOptions, sizeOf } from './plot-options.ts'

/** At most five pictures a second. */
const BETWEEN_DRAWS_MS = 200

const useStyles = makeStyles({
  place: {
    width: '100%',
    minWidth: 0,
    height: '160px',
    overflow: 'hidden',
    [FORCED_COLORS]: { color: 'CanvasText' },
  },
})

/** A chart of lag over time, in the colours of the theme. Brings uPlot along: load it lazily. */
export function LagPlot(props: LagPlotProps) {
  const styles = useStyles()
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const theme = useThemeClassName()
  const forced = useMedia(FORCED_COLORS_QUERY)
  const dark = useMedia('(prefers-color-scheme: dark)')
  const lines = props.columns.series.length

  useEffect(() => {
    const parent = place.current
    if (parent === null) return undefined
    const chart = new uPlot(plotOptions(parent, latest), dataOf(latest.current.columns), parent)
    plot.current = chart
    const watcher = new ResizeObserver(() => chart.setSize(sizeOf(parent)))
    watcher.observe(parent)
    return () => {
      watcher.disconnect()
      chart.destroy()
      plot.current = null
    }
  }, [theme, forced, dark, lines, props.unit, props.language])

  const drawnAtMs = useRef(0)
  useEffect(() => {
    const draw = (): void => {
      if (document.hidden) return
      drawnAtMs.current = performance.now()
      plot.current?.setData(dataOf(latest.current.columns))
    }
    const dueMs = drawnAtMs.current + BETWEEN_DRAWS_MS - performance.now()
    const timer = window.setTimeout(draw, Math.max(0, dueMs))
    document.addEventListener('visibilitychange', draw)
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', draw)
    }
  }, [props.columns])

  return <div ref={place} role="img" aria-label={props.label} className={styles.place} />
}

const dataOf = ({ times, series }: LagColumns): uPlot.AlignedData => [
  [...times],
  ...series.map((values) => [...values]),
]
