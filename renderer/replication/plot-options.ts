import { tokens } from '@fluentui/react-components'
import type { RefObject } from 'react'
import type uPlot from 'uplot'
import { FORCED_COLORS_QUERY } from '../components/forced-colors.ts'
import type { LagColumns } from './lag-columns.ts'
import { seriesLook } from './series-look.ts'

/** What a chart of lag shows. */
export interface LagPlotProps {
  readonly label: string
  readonly columns: LagColumns
  readonly unit: 'bytes' | 'seconds'
  readonly spanMs: number
  /** Of the values on the axes. */
  readonly language: string
  readonly format: (value: number) => string
}

/** Steps of an axis of bytes: kB and MB come out even. */
const byteSteps = Array.from({ length: 50 }, (_, power) => 2 ** power)

/** An axis reaches at least this far, so that an idle pair does not look like a mountain range. */
const least = { bytes: 1024, seconds: 1 } as const

/**
 * Everything uPlot asks about looks. A canvas knows no CSS variables: colours are read from the page, for one theme. Where
 * the system forces its own on the page, they do not reach into a canvas: all is drawn in its colour for text.
 */
export function plotOptions(parent: HTMLElement, props: RefObject<LagPlotProps>): uPlot.Options {
  const color = colorsOf(parent)
  const { unit, columns, language } = props.current
  const axis = {
    stroke: color(tokens.colorNeutralForeground2),
    font: `12px ${tokenOf(parent, tokens.fontFamilyBase)}`,
    grid: { stroke: color(tokens.colorNeutralStroke2), width: 1 },
    ticks: { stroke: color(tokens.colorNeutralStroke2), width: 1 },
  }
  return {
    ...sizeOf(parent),
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: true, range: () => timeRange(props.current) },
      y: { range: (_plot, _min, max) => [0, Math.max((max || 0) * 1.1, least[unit])] },
    },
    axes: [
      {
        ...axis,
        space: 90,
        values: (_plot, splits) =>
          splits.map((seconds) => new Date(seconds * 1000).toLocaleTimeString(language, { hour12: false })),
      },
      {
        ...axis,
        size: 70,
        space: 30,
        ...(unit === 'bytes' ? { incrs: byteSteps } : {}),
        values: (_plot, splits) => splits.map((value) => props.current.format(value)),
      },
    ],
    series: [
      {},
      ...columns.series.map((_values, index) => {
        const look = seriesLook(index)
        return { stroke: color(look.color), width: 2, dash: [...look.dash], points: { show: false } }
      }),
    ],
  }
}

/** The room there is for a chart, in pixels. */
export const sizeOf = (parent: HTMLElement): { readonly width: number; readonly height: number } => ({
  width: Math.max(parent.clientWidth, 100),
  height: Math.max(parent.clientHeight, 100),
})

function timeRange({ columns, spanMs }: LagPlotProps): [number, number] {
  const end = columns.times.at(-1) ?? Date.now() / 1000
  return [end - spanMs / 1000, end]
}

function colorsOf(parent: HTMLElement): (token: string) => string {
  const { color } = getComputedStyle(parent)
  const isForced = window.matchMedia(FORCED_COLORS_QUERY).matches
  return (token) => (isForced ? color : tokenOf(parent, token))
}

const tokenOf = (parent: HTMLElement, token: string): string =>
  getComputedStyle(parent)
    .getPropertyValue(/^var\((--[^),]+)/.exec(token)?.[1] ?? '')
    .trim()
