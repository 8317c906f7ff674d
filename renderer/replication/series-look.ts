import { tokens } from '@fluentui/react-components'

/** How a line in a chart looks: told apart by its dashes as well as by its colour. */
export interface SeriesLook {
  /** A CSS variable. */
  readonly color: string
  /** Lengths of dash and gap in pixels; empty: drawn through. */
  readonly dash: readonly number[]
}

const looks: readonly SeriesLook[] = [
  { color: tokens.colorBrandForeground1, dash: [] },
  { color: tokens.colorPaletteDarkOrangeForeground1, dash: [8, 4] },
  { color: tokens.colorPaletteGreenForeground1, dash: [2, 3] },
  { color: tokens.colorPaletteBerryForeground1, dash: [12, 3, 2, 3] },
  { color: tokens.colorPaletteTealForeground2, dash: [5, 2] },
]

/** The look of the line at a place in the list; with more lines than looks they come round again. */
export const seriesLook = (index: number): SeriesLook =>
  looks[index % looks.length] ?? { color: tokens.colorNeutralForeground1, dash: [] }
