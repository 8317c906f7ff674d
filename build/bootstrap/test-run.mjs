// One run of the tests: its temp folder, the programs it started, its deadline; whatever happens, nothing of it stays.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { endServers, findServers } from './leftover-servers.mjs'

const onWindows = process.platform === 'win32'

/** A program of ours leads a process group of its own, so that what it started ends with it. */
const signalGroup = (child, signal) => {
  try {
    if (onWindows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' })
    else process.kill(-child.pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

const endChildren = async (children) => {
  for (const child of children) signalGroup(child, 'SIGTERM')
  const deadline = Date.now() + 5_000
  while (children.size > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50))
  for (const child of children) signalGroup(child, 'SIGKILL')
}

/** Root's own temp folder may be closed to the account that the tests go on as. */
const tempParent = () => (process.getuid?.() === 0 ? '/tmp' : os.tmpdir())

/** What was being started while its starter ended shows itself a moment later. */
const endAllServers = async (folder) => {
  const first = findServers(folder)
  for (let servers = first, round = 0; servers.length > 0 && round < 5; round += 1) {
    await endServers(servers)
    servers = findServers(folder)
  }
  return first
}

/** `start` resolves with the exit code; `finish` ends what is left and says how many servers that were. */
export function createTestRun({ deadlineMs }) {
  const temp = mkdtempSync(join(tempParent(), 'pgtandem-run-'))
  chmodSync(temp, 0o711)
  const children = new Set()
  const cleanups = []
  let stopping = false

  const clear = async () => {
    await endChildren(children)
    const servers = await endAllServers(temp)
    for (const cleanup of cleanups) cleanup()
    rmSync(temp, { recursive: true, force: true, maxRetries: 5 })
    return servers
  }
  const stopEarly = async (why, exitCode) => {
    if (stopping) return
    stopping = true
    console.error(`\n${why}; ending what was started …`)
    await clear()
    process.exit(exitCode)
  }
  const timer = setTimeout(
    () => void stopEarly(`not done within ${Math.round(deadlineMs / 60_000)} minutes`, 1),
    deadlineMs,
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => void stopEarly(`stopped by ${signal}`, 130))

  return {
    temp,
    /** Done once all has ended, before the temp folder goes. */
    beforeRemoval: (cleanup) => void cleanups.push(cleanup),
    start: (program, args, options = {}) =>
      new Promise((resolve, reject) => {
        if (stopping) return
        const child = spawn(program, args, {
          stdio: ['ignore', 'inherit', 'inherit'],
          detached: !onWindows,
          ...options,
        })
        children.add(child)
        child.on('error', (error) => {
          children.delete(child)
          reject(error)
        })
        child.on('close', (code) => {
          children.delete(child)
          // Whoever waits for it would go on with the next program.
          if (!stopping) resolve(code ?? 1)
        })
      }),
    finish: async () => {
      clearTimeout(timer)
      const servers = await clear()
      for (const { pid, dataDir } of servers) console.error(`a server was left running: ${pid} in ${dataDir}`)
      return servers.length
    },
  }
}
