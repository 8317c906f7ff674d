import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tokens } from '@fluentui/react-components'
import { tags } from '@lezer/highlight'
import { FORCED_COLORS } from '../forced-colors.ts'

const added = {
  backgroundColor: tokens.colorPaletteGreenBackground1,
}
const removed = {
  backgroundColor: tokens.colorPaletteRedBackground1,
}
const selection = { backgroundColor: tokens.colorNeutralStroke1 }

const looks = EditorView.theme({
  '&': {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase300,
    maxHeight: 'inherit',
  },
  '&.cm-focused': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: tokens.fontFamilyMonospace, lineHeight: '1.45', overflow: 'auto' },
  '.cm-content': { caretColor: tokens.colorNeutralForeground1 },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: tokens.colorNeutralForeground1 },
  '.cm-gutters': {
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: tokens.colorNeutralBackground2 },
  '& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': selection,
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': selection,
  '.cm-selectionMatch': { backgroundColor: tokens.colorNeutralBackground4 },
  '.cm-searchMatch': {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorPaletteYellowForeground2,
  },
  '.cm-panels': {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
    borderColor: tokens.colorNeutralStroke2,
  },
  '.cm-textfield, .cm-button, .cm-panel.cm-search button': {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    backgroundImage: 'none',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  '.cm-tooltip': {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  '&.cm-merge-b .cm-changedLine, .cm-changedLine': added,
  '&.cm-merge-b .cm-changedText, .cm-changedText': {
    background: 'none',
    textDecorationLine: 'underline',
    textDecorationColor: tokens.colorPaletteGreenForeground1,
  },
  '.cm-deletedChunk': removed,
  '.cm-deletedChunk del, .cm-deletedChunk .cm-deletedText': {
    background: 'none',
    textDecorationLine: 'line-through',
    textDecorationColor: tokens.colorPaletteRedForeground1,
  },
  '.cm-changeGutter .cm-changedLineGutter': { background: tokens.colorPaletteGreenBorderActive },
  '.cm-changeGutter .cm-deletedLineGutter': { background: tokens.colorPaletteRedBorderActive },
  '.cm-chunkButtons button, .cm-deletedChunk .cm-chunkButtons button': {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
  },
  // Backgrounds are taken away there, but for that of a selection: what they mark gets an outline.
  [FORCED_COLORS]: {
    '.cm-searchMatch, .cm-tooltip-autocomplete > ul > li[aria-selected]': {
      outline: '2px solid Highlight',
      outlineOffset: '-1px',
    },
    '.cm-changeGutter .cm-changedLineGutter, .cm-changeGutter .cm-deletedLineGutter': {
      forcedColorAdjust: 'none',
      background: 'CanvasText',
    },
  },
})

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.propertyName], color: tokens.colorBrandForegroundLink },
  { tag: [tags.string, tags.special(tags.string)], color: tokens.colorPaletteGreenForeground1 },
  { tag: [tags.number, tags.bool, tags.null], color: tokens.colorPaletteBerryForeground1 },
  { tag: [tags.comment, tags.lineComment], color: tokens.colorNeutralForeground3 },
])

/** The page's own colours, which follow light, dark and high contrast by themselves. */
export const editorTheme: Extension = [looks, syntaxHighlighting(colours)]
