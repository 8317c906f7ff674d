import { makeStyles, tokens } from '@fluentui/react-components'
import { FORCED_COLORS } from '../../components/forced-colors.ts'

/** What the drawings that explain a pair have in common: servers, the stream between them, and words. */
export const useDrawingStyles = makeStyles({
  server: {
    fill: tokens.colorNeutralBackground2,
    stroke: tokens.colorNeutralStroke1,
    strokeWidth: '1.5px',
    [FORCED_COLORS]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  primary: { stroke: tokens.colorBrandStroke1, strokeWidth: '2px' },
  stream: {
    stroke: tokens.colorBrandStroke1,
    strokeWidth: '2px',
    fill: 'none',
    [FORCED_COLORS]: { stroke: 'CanvasText' },
  },
  streamTip: { fill: tokens.colorBrandStroke1, [FORCED_COLORS]: { fill: 'CanvasText' } },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: '14px',
    [FORCED_COLORS]: { fill: 'CanvasText' },
  },
})
