import { describe, expect, it } from 'vitest'
import { errorsCli } from '../../../../shared/i18n/en/errors-cli.ts'
import { errorsOperations } from '../../../../shared/i18n/en/errors-operations.ts'
import { errorsPlan } from '../../../../shared/i18n/en/errors-plan.ts'
import { errorsPostgres } from '../../../../shared/i18n/en/errors-postgres.ts'
import { errorsSystem } from '../../../../shared/i18n/en/errors-system.ts'
import { catalogue as en } from '../../../../shared/i18n/en/index.ts'
import { catalogue as zhCn } from '../../../../shared/i18n/zh-cn/index.ts'

type Tree = { readonly [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  )

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort()

describe('the catalogues', () => {
  const english = new Map(leaves(en))
  const chinese = leaves(zhCn)

  it('fill the same places in both languages', () => {
    const different = chinese.filter(([key, text]) => {
      const other = placeholders(english.get(key) ?? '')
      return placeholders(text).some((name) => !other.includes(name))
    })
    expect(different).toEqual([])
  })

  it('say everything in Chinese that is more than a name', () => {
    const left = chinese.filter(
      ([key, text]) =>
        text === english.get(key) && !key.endsWith('.examples') && /[a-z]{3,} [a-z]{3,}/i.test(text),
    )
    expect(left).toEqual([])
  })

  it('have one sentence for each error code', () => {
    const areas = [errorsSystem, errorsPostgres, errorsPlan, errorsOperations, errorsCli]
    const codes = areas.flatMap((area) => Object.keys(area))
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  })
})
