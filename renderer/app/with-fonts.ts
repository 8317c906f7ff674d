import type { Theme } from '@fluentui/react-components'

/**
 * Of Windows and macOS: without them a Chinese Windows may fall back to SimSun, which is unreadable when small. Linux has none
 * of the Latin ones before them, and would take theirs for every text; it finds Chinese ones by itself.
 */
const chinese = "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC'"

const generic = /, (?:sans-serif|monospace)$/

const insertChinese = (family: string): string => family.replace(generic, (last) => `, ${chinese}${last}`)

/** A theme whose fonts have Chinese characters that go with its Latin ones, which stay as they are. */
export const withFonts = (theme: Theme): Theme => ({
  ...theme,
  fontFamilyBase: insertChinese(theme.fontFamilyBase),
  fontFamilyMonospace: insertChinese(theme.fontFamilyMonospace),
  fontFamilyNumeric: insertChinese(theme.fontFamilyNumeric),
})
