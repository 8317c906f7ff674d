import { applyPatch } from 'diff'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unifiedDiff } from '../../../../electron/postgres/facts/diff.ts'

describe('unified diff', () => {
  it('shows the changed line between its neighbours', () => {
    expect(
      unifiedDiff('postgresql.conf', 'a = 1\nb = 2\nc = 3\nd = 4\n', 'a = 1\nb = 2\nc = 5\nd = 4\n', 1),
    ).toBe(
      [
        '--- postgresql.conf',
        '+++ postgresql.conf',
        '@@ -2,3 +2,3 @@',
        ' b = 2',
        '-c = 3',
        '+c = 5',
        ' d = 4',
        '',
      ].join('\n'),
    )
  })

  it('says when the last line has no end, and is empty without a change', () => {
    expect(unifiedDiff('f', '', 'a\n')).toBe('--- f\n+++ f\n@@ -0,0 +1 @@\n+a\n')
    expect(unifiedDiff('f', 'a', 'a\n')).toContain('\\ No newline at end of file')
    expect(unifiedDiff('f', 'a', 'a')).toBe('')
  })

  it('is a patch that makes the new text of the old', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'port = 1', '', '# x\r')).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const patch = unifiedDiff('f', before, after)
        expect(patch === '' ? before : applyPatch(before, patch, { autoConvertLineEndings: false })).toBe(
          after,
        )
      }),
    )
  })

  it('shows that a password changed, not which', () => {
    const diff = unifiedDiff(
      'postgresql.auto.conf',
      "primary_conninfo = 'host=h password=old'\n",
      "primary_conninfo = 'host=h password=new'\n",
    )
    expect(diff).toContain(
      "-primary_conninfo = 'host=h password=********'\n+primary_conninfo = 'host=h password=********'\n",
    )
  })
})
