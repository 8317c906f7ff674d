import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { descendantsOf, listChildren, parsePsRows } from '../../../../electron/system/process/children.ts'
import {
  isAlive,
  ownIdentity,
  readIdentity,
  readProcessName,
} from '../../../../electron/system/process/identity.ts'
import { parseProcStat } from '../../../../electron/system/process/linux-proc.ts'
import { terminateProcess } from '../../../../electron/system/process/terminate.ts'
import {
  parseStartToken,
  parseTasklistName,
  parseWmicProcesses,
} from '../../../../electron/system/process/windows-processes.ts'

const startNode = async (text: string) => {
  const child = spawn(process.execPath, ['-e', text], { stdio: ['ignore', 'pipe', 'ignore'] })
  await once(child, 'spawn')
  const exited = once(child, 'exit')
  const identity = await readIdentity(child.pid ?? 0)
  if (identity === undefined) throw new Error('the child has no identity')
  return { child, identity, exited }
}

/** A line of wmic's table. */
const wmicRow = (...cells: readonly string[]) =>
  cells.map((cell, index) => cell.padEnd([34, 21, 17, 11][index] ?? 0)).join('')

const until = async (condition: () => Promise<boolean>) => {
  const deadline = Date.now() + 10_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('condition not met in time')
    await sleep(10)
  }
}

describe('identity', () => {
  it('stays the same while a process lives and is void when it has ended', async () => {
    const { child, identity, exited } = await startNode('setInterval(() => {}, 1000)')
    expect(await readIdentity(identity.pid)).toEqual(identity)
    expect(await isAlive(identity)).toBe(true)
    child.kill('SIGKILL')
    await exited
    expect(await isAlive(identity)).toBe(false)
    expect(await readIdentity(identity.pid)).toBeUndefined()
  })

  it('takes a later process with the same pid for another one', async () => {
    const own = await ownIdentity()
    expect(await isAlive(own)).toBe(true)
    expect(await isAlive({ ...own, startToken: `${own.startToken}0` })).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('calls a zombie dead, though signals still reach it', async () => {
    // The shell becomes `sleep`, which never asks after the child that it inherits: that child stays a zombie.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [chunk] = (await once(parent.stdout, 'data')) as [Buffer]
    const pid = Number(chunk.toString())
    await until(async () => (await readIdentity(pid)) === undefined)
    expect(() => process.kill(pid, 0)).not.toThrow()
    expect(await readProcessName(pid)).toBeUndefined()
    parent.kill('SIGKILL')
  })

  it.each([0, -1, 1.5, Number.NaN, 2 ** 31])('knows no process %s', async (pid) => {
    expect(await readIdentity(pid)).toBeUndefined()
    expect(await readProcessName(pid)).toBeUndefined()
  })

  it('names the program of a process', async () => {
    const { child, identity, exited } = await startNode('setInterval(() => {}, 1000)')
    expect((await readProcessName(identity.pid))?.name).toMatch(/node/i)
    child.kill('SIGKILL')
    await exited
  })
})

describe('terminateProcess', () => {
  it('ends the process and says when there was none', async () => {
    const { identity } = await startNode('setInterval(() => {}, 1000)')
    expect(await terminateProcess(identity)).toBe('ended')
    expect(await terminateProcess(identity)).toBe('was-not-running')
  })

  it('uses force on one that does not listen', async () => {
    const { child, identity } = await startNode(
      'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)',
    )
    await once(child.stdout, 'data')
    expect(await terminateProcess(identity, { graceMs: 100 })).toBe('ended')
  })

  it('leaves a process alone that only has the same pid', async () => {
    const { child, identity, exited } = await startNode('setInterval(() => {}, 1000)')
    const other = { ...identity, startToken: 'another boot:1' }
    expect(await terminateProcess(other)).toBe('was-not-running')
    expect(await isAlive(identity)).toBe(true)
    child.kill('SIGKILL')
    await exited
  })
})

describe('listChildren', () => {
  it.skipIf(process.platform === 'win32')(
    'lists children and grandchildren with their command lines',
    async () => {
      const child = spawn('sh', ['-c', 'sh -c "sleep 31; :" & sleep 32; :'], { stdio: 'ignore' })
      await until(
        async () =>
          (await listChildren(child.pid ?? 0)).filter((row) => /^sleep 3[12]/.test(row.title)).length === 2,
      )
      const rows = await listChildren(child.pid ?? 0)
      const inner = rows.find((row) => row.title === 'sleep 31')
      const shell = rows.find((row) => row.pid === inner?.ppid)
      expect(shell?.ppid).toBe(child.pid)
      for (const row of rows) process.kill(row.pid, 'SIGKILL')
      child.kill('SIGKILL')
      await until(async () => (await listChildren(child.pid ?? 0)).length === 0)
    },
  )

  it('orders parents before children and survives a circle of re-used pids', () => {
    const rows = [
      { pid: 5, ppid: 4, title: 'c' },
      { pid: 4, ppid: 1, title: 'b' },
      { pid: 1, ppid: 5, title: 'a' },
    ]
    expect(descendantsOf(1, rows).map((row) => row.title)).toEqual(['b', 'c'])
  })
})

describe('parsers', () => {
  it('reads a process whose name holds parentheses and spaces', () => {
    const rest = Array.from({ length: 30 }, (_, at) => String(at + 100)).join(' ')
    expect(parseProcStat(`42 (a) (b c)) S 7 ${rest}`)).toEqual({
      pid: 42,
      name: 'a) (b c)',
      state: 'S',
      ppid: 7,
      startTicks: '117',
    })
    expect(parseProcStat('')).toBeUndefined()
  })

  it('reads ps rows and leaves zombies out', () => {
    expect(parsePsRows('  10     1 Ss   postgres: walwriter  \n  11    10 Z    (gone)\n')).toEqual([
      { pid: 10, ppid: 1, title: 'postgres: walwriter' },
    ])
  })

  it('reads tasklist, which answers an unknown pid with a sentence', () => {
    expect(parseTasklistName('"postgres.exe","4711","Services","0","12,345 K"\r\n')).toBe('postgres.exe')
    expect(
      parseTasklistName('INFO: No tasks are running which match the specified criteria.\r\n'),
    ).toBeUndefined()
  })

  it('reads the time in a start token, which one with a name has not', () => {
    expect(parseStartToken('20261231235959007')?.toISOString()).toBe('2026-12-31T23:59:59.007Z')
    expect(parseStartToken('20261121160801123')?.toISOString()).toBe('2026-11-21T16:08:01.123Z')
    expect(parseStartToken('name postgres.exe')).toBeUndefined()
  })

  it('reads the table of wmic, whose columns are as wide as their longest value', () => {
    const table = [
      wmicRow('CommandLine', 'Name', 'ParentProcessId', 'ProcessId'),
      wmicRow('', 'System Idle Process', '0', '0'),
      wmicRow('"C:/PG 15/bin/postgres.exe" -D d', 'postgres.exe', '56', '4711'),
    ]
    expect(parseWmicProcesses(`${table.join('\r\r\n')}\r\r\n\r\r\n`)).toEqual([
      { pid: 0, ppid: 0, name: 'System Idle Process', title: 'System Idle Process' },
      { pid: 4711, ppid: 56, name: 'postgres.exe', title: '"C:/PG 15/bin/postgres.exe" -D d' },
    ])
    expect(parseWmicProcesses('')).toEqual([])
  })
})
