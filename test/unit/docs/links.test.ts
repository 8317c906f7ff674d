import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const under = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .sort()
const pages = ['README.md', 'CHANGELOG.md', ...under('docs').filter((name) => name.endsWith('.md'))]
const read = (page: string): string => readFileSync(path.join(root, page), 'utf8')
const prose = (page: string): string => read(page).replaceAll(/^```[^]*?^```/gm, '')
const headings = (page: string): readonly string[] => prose(page).match(/^#+ .*$/gm) ?? []

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

const linksOf = (page: string): readonly string[] =>
  [...prose(page).matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => decodeURI(target))
    .filter((target) => !/^[a-z]+:/.test(target))

/** What a link of a page leads to, below the root. */
const targetOf = (page: string, link: string): string => {
  const [file = ''] = link.split('#')
  return file === '' ? page : path.join(path.dirname(page), file)
}

describe.each(pages)('%s', (page) => {
  test('every relative link and picture leads somewhere', () => {
    expect(linksOf(page).filter((link) => !existsSync(path.join(root, targetOf(page, link))))).toEqual([])
  })

  test('every anchor is a heading', () => {
    const lost = linksOf(page).filter((link) => {
      const [, anchor] = link.split('#')
      const target = targetOf(page, link)
      return (
        anchor !== undefined && target.endsWith('.md') && !headings(target).map(anchorOf).includes(anchor)
      )
    })
    expect(lost).toEqual([])
  })
})

const inChinese = (page: string): string => page.replace('/en/', '/zh-cn/')
const levels = (page: string): readonly number[] => headings(page).map((line) => line.indexOf(' '))
const pictures = (page: string, look: string): readonly string[] =>
  linksOf(page).filter((link) => link.endsWith(`-${look}.png`))

describe('the guide', () => {
  const english = under('docs/guide/en')

  test('has the same pages in both languages', () => {
    expect(under('docs/guide/zh-cn')).toEqual(english.map(inChinese))
  })

  test.each(english)('%s has its parts and pictures in Chinese, too', (page) => {
    expect(levels(inChinese(page))).toEqual(levels(page))
    expect(pictures(inChinese(page), 'zh')).toEqual(
      pictures(page, 'light').map((link) => link.replace('-light.png', '-zh.png')),
    )
  })

  test('every picture comes in light, in dark and in Chinese', () => {
    const names = readdirSync(path.join(root, 'docs/screenshots')).map((file) =>
      file.replace(/-(light|dark|zh)\.png$/, ''),
    )
    const counts = new Map(names.map((name) => [name, names.filter((other) => other === name).length]))
    expect(counts.size).toBeGreaterThan(0)
    expect([...counts].filter(([, count]) => count !== 3)).toEqual([])
  })
})
