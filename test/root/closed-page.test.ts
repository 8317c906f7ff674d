import { spawn } from 'node:child_process'
import { cp, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtProgram, makeOpenFolder } from './helpers.ts'

let place: Awaited<ReturnType<typeof makeOpenFolder>>
let closed = ''

beforeAll(async () => {
  place = await makeOpenFolder()
  closed = path.join(place.folder, 'closed')
  await mkdir(closed, { mode: 0o700 })
  await mkdir(path.join(closed, 'dist/renderer/assets'), { recursive: true })
  await cp(path.dirname(builtProgram), path.join(closed, 'dist/cli'), { recursive: true })
  await writeFile(path.join(closed, 'dist/renderer/index.html'), '<!doctype html><title>the page</title>')
  await writeFile(path.join(closed, 'dist/renderer/assets/app-1.js'), '// the script')
})

afterAll(() => place.clear())

test('the page is served by an account that cannot read where it lies', async () => {
  const home = path.join(place.folder, 'home')
  const program = path.join(closed, 'dist/cli', path.basename(builtProgram))
  const args = [program, 'serve', '--port', '0', '--json', '--open', '--home', home]
  const child = spawn(process.execPath, args, { env: { ...process.env, LC_ALL: 'C' } })
  let [said, noted] = ['', '']
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString()
  })
  child.stderr.on('data', (data: Buffer) => {
    noted += data.toString()
  })
  const ended = new Promise((resolve) => {
    child.on('close', resolve)
  })
  try {
    await expect.poll(() => said, { timeout: 30_000 }).toContain('\n')
    const { url, pid } = JSON.parse(said) as { url: string; pid: number }
    // What it could still read now, it could only read from memory.
    await rm(closed, { recursive: true })
    expect(await (await fetch(url)).text()).toContain('the page')
    expect(await (await fetch(new URL('/assets/app-1.js', url))).text()).toBe('// the script')
    expect((await stat(`/proc/${pid}`)).uid).not.toBe(0)
    expect(noted).toContain('No browser')
  } finally {
    child.kill('SIGINT')
  }
  expect(await ended).toBe(0)
})
