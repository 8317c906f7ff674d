import { describe, expect, it } from 'vitest'
import { errorsCli } from '../../../../shared/i18n/en/errors-cli.ts'
import { catalogue } from '../../../../shared/i18n/en/index.ts'
import { instead } from '../../../../shared/i18n/window/en/instead.ts'
import { putInstead } from '../../../../shared/i18n/window/put-instead.ts'
import { createWindowTranslator } from '../../../../shared/i18n/window/translate.ts'

type Tree = { readonly [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value, `${path}${key}.`),
  )

const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')

/** A window is not there when these happen, or they are about a terminal. */
const terminalOnly: readonly string[] = ['home-not-made', 'not-served']

describe('what a window says instead', () => {
  const known = new Map(leaves(catalogue))

  it('stands for sentences that are there, with no more to fill in than they have', () => {
    const odd = leaves(instead).filter(([key, text]) => {
      const sentence = known.get(key)
      if (sentence === undefined) return true
      const [area = '', code = ''] = key.split('.')
      const whole = leaves(catalogue).filter(([other]) => other.startsWith(`${area}.${code}`))
      return places(text).some((name) => !whole.some(([, other]) => places(other).includes(name)))
    })
    expect(odd).toEqual([])
  })

  it('is what the translator of a window says, in both languages', () => {
    const { t } = createWindowTranslator('en')
    const params = { name: 'app', port: 1, holder: 'x' }
    expect(t('errors.port-taken.message', params)).toBe('Port 1 is in use by x.')
    expect(t('errors.port-taken.hint', params)).toBe('Stop that program, or choose another port.')
    expect(createWindowTranslator('zh-CN').t('errors.port-taken.hint')).not.toContain('--port')
  })

  it('leaves no command or option of the command line in what a window may have to say', () => {
    const onlyAtATerminal = new Set([...Object.keys(errorsCli), ...terminalOnly])
    const errors = Object.entries(putInstead(catalogue.errors, instead.errors))
    const left = errors.filter(
      ([code, { hint }]) =>
        !onlyAtATerminal.has(code) &&
        /pgtandem [a-z-]|(^|\s)--[a-z]/.test(hint.replace('postgres --version', '')),
    )
    expect(left.map(([code]) => code)).toEqual([])
    const others = (['notices', 'findings', 'confirmations', 'steps', 'verification'] as const).map(
      (area) => [
        area,
        area in instead
          ? putInstead(catalogue[area], instead[area as keyof typeof instead])
          : catalogue[area],
      ],
    )
    const commands = leaves(Object.fromEntries(others) as Tree).filter(([, text]) =>
      /pgtandem [a-z]+ |pgtandem [a-z]+[”"]|(^|[\s"“])--[a-z]|start --all/.test(text),
    )
    expect(commands).toEqual([])
  })

  it('leaves the rest as it was', () => {
    expect(putInstead({ a: { b: 'one', c: 'two' }, d: 'three' }, { a: { c: 'other' } })).toEqual({
      a: { b: 'one', c: 'other' },
      d: 'three',
    })
  })
})
