import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createTranslator } from '../../../shared/i18n/translate.ts'
import { ensureHome } from '../../../electron/system/platform/home.ts'
import { readOwnSid } from '../../../electron/system/platform/windows-access.ts'
import { readTool } from '../../../electron/system/process/read-tool.ts'
import { createTestCore, type TestCore } from '../../helpers/test-core.ts'
import { serverPrograms } from '../helpers/programs.ts'

const timeout = 60_000

export const placesTests = (): Promise<void> =>
  describe('places that are refused or warned about', { concurrency: 1, timeout: 2 * timeout }, () => {
    let core: TestCore
    let folder = ''

    const planIn = (dataDir: string) => core.plan('create', { name: 'alpha', dataDir, pg: serverPrograms })

    before(async () => {
      core = await createTestCore([serverPrograms])
      folder = await mkdtemp(path.join(os.tmpdir(), 'places '))
    })
    after(async () => {
      await core.clear()
      await rm(folder, { recursive: true, force: true })
    })

    test(
      'characters that no ANSI code page has are refused before anything is made',
      { timeout },
      async () => {
        const dataDir = path.join(folder, '😀', 'data')
        const planned = await planIn(dataDir)
        assert.ok(planned.kind === 'refused')
        assert.deepEqual([planned.code, planned.params['characters']], ['path-outside-code-page', '😀'])
        assert.equal(existsSync(path.dirname(dataDir)), false)
        const translator = createTranslator('zh-CN')
        assert.match(
          translator.t('errors.path-outside-code-page.message', planned.params),
          /无法使用的字符：😀/,
        )
      },
    )

    for (const [what, name, code] of [
      ['a percent sign', '100%', 'path-not-safe'],
      ['the name of a device', 'con', 'path-not-for-windows'],
      ['a space at the end', 'data ', 'path-not-for-windows'],
    ] as const)
      test(`${what} is refused`, { timeout }, async () => {
        const planned = await planIn(path.join(folder, name))
        assert.equal(planned.kind === 'refused' ? planned.code : planned.kind, code)
      })

    for (const [what, dataDir, notice] of [
      ['a folder of OneDrive', () => path.join(folder, 'OneDrive', 'data'), 'notices.path-in-cloud-folder'],
      ['a long path', () => path.join(folder, 'long'.repeat(40), 'data'), 'notices.path-long'],
    ] as const)
      test(`${what} is warned about`, { timeout }, async () => {
        const planned = await planIn(dataDir())
        assert.ok(planned.kind === 'plan', JSON.stringify(planned))
        assert.deepEqual(
          planned.plan.notices.map(({ key }) => key),
          [notice],
        )
      })

    test('a home outside the profile is closed to other accounts, or not made', { timeout }, async () => {
      const home = path.join(path.parse(os.homedir()).root, `pgtandem ${process.pid}`)
      try {
        // wine's whoami tells no SID, so that nothing can be closed there.
        if ((await readOwnSid()) === undefined) {
          await assert.rejects(ensureHome(home), { code: 'home-not-closed', params: { path: home } })
          assert.equal(existsSync(home), false)
          return
        }
        assert.equal(await ensureHome(home), 'made')
        const permissions = (await readTool('icacls.exe', [home])) ?? ''
        assert.equal(permissions.match(/\(OI\)\(CI\)\(F\)/g)?.length, 3, permissions)
        assert.doesNotMatch(permissions, /\(I\)/)
      } finally {
        await rm(home, { recursive: true, force: true })
      }
    })
  })
