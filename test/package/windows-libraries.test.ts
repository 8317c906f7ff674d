import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { visualCRuntime } from '../../electron/postgres/installations/visual-c-runtime.ts'
import { importedLibraries } from './helpers/imported-libraries.ts'
import { listFiles } from './helpers/list-files.ts'

const folder = path.join(inject('packages'), 'win-unpacked/resources/postgres/native')

/** Part of every Windows 10. */
const ofWindows =
  /^(api-ms-win-crt-[\w-]+|advapi32|bcrypt|crypt32|iphlpapi|kernel32|msvcrt|ole32|oleaut32|pdh|secur32|shell32|user32|wldap32|ws2_32)\.dll$/

/** What PL/Perl, PL/Python and PL/Tcl are for: whoever wants one installs its language. */
const ofLanguages = /^(perl|python|tcl)\d+\w*\.dll$/

test('Windows’ PostgreSQL wants nothing but Windows, its own libraries and the Visual C++ runtime', async () => {
  const programs = (await listFiles(folder)).filter((file) => /\.(exe|dll)$/.test(file))
  expect(programs.length).toBeGreaterThan(80)
  const own = new Set(programs.map((file) => path.basename(file).toLowerCase()))
  const wanted = new Set<string>()
  for (const program of programs)
    for (const name of await importedLibraries(path.join(folder, program))) wanted.add(name)
  const foreign = [...wanted].filter(
    (name) => !own.has(name) && !ofWindows.test(name) && !ofLanguages.test(name),
  )
  expect(foreign.sort()).toEqual([...visualCRuntime])
})

test('that the runtime is not in what Linux makes is said', () => {
  expect(inject('packagesSaid')).toMatch(
    /^made without: Microsoft’s Visual C\+\+ runtime \(win32\), because this is linux x64/m,
  )
})
