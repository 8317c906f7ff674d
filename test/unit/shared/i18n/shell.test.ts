import { describe, expect, it } from 'vitest'
import { operations } from '../../../../electron/core/operations/operations.ts'
import { shell as en } from '../../../../shared/i18n/window/en/shell.ts'
import { shell as zhCn } from '../../../../shared/i18n/window/zh-cn/shell.ts'

type Tree = { readonly [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  )
const placeholders = (text: string): string => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join()

describe('the sentences of tray, menu and dialogs', () => {
  const english = new Map(leaves(en))

  it('are Chinese in Chinese, and fill the same places', () => {
    for (const [key, text] of leaves(zhCn)) {
      expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key) ?? '')])
      expect([key, /[\u4e00-\u9fff]|^[^a-z]*(\{\{\w+\}\}[^a-z]*)+$/.test(text)]).toEqual([key, true])
    }
  })

  it('name every operation that can be a job', () => {
    const named = Object.keys(en.operations)
    const jobs = Object.keys(operations).filter((id) => id !== 'script')
    expect(jobs.filter((id) => !named.includes(id))).toEqual([])
  })
})
