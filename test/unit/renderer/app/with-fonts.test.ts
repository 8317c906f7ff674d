import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { expect, test } from 'vitest'
import { withFonts } from '../../../../renderer/app/with-fonts.ts'

const themes = { webLightTheme, webDarkTheme, teamsHighContrastTheme }

test.each(Object.entries(themes))('%s names Chinese fonts of Windows after the Latin ones', (_, theme) => {
  const { fontFamilyBase, fontFamilyMonospace, fontFamilyNumeric } = withFonts(theme)
  expect(fontFamilyBase).toMatch(/Segoe UI.*'Microsoft YaHei UI'.*sans-serif$/)
  expect(fontFamilyMonospace).toMatch(/^Consolas.*'Microsoft YaHei UI'.*monospace$/)
  expect(fontFamilyNumeric).toMatch(/'Microsoft YaHei UI'.*sans-serif$/)
  expect(withFonts(theme)).toMatchObject({ colorBrandBackground: theme.colorBrandBackground })
})
