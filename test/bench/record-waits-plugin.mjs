// A vite plugin for the benchmark only: the functions that wait for programs, servers and disks are wrapped, so that what
// is left of the wall clock is our own time. The product carries no trace of it.
const wrapped = {
  'electron/system/process/run-program.ts': { runProgram: 'call' },
  'electron/postgres/programs/start-server.ts': { startServer: 'call' },
  'electron/postgres/programs/stop-server.ts': { stopServer: 'call' },
  'electron/system/storage/copy-tree.ts': { copyTree: 'call' },
  'electron/system/storage/sync-tree.ts': { syncTree: 'call' },
  'electron/postgres/connection/connect.ts': { openSession: 'session' },
}

export const recordWaits = (root) => ({
  name: 'record-waits',
  enforce: 'pre',
  transform(code, id) {
    const path = id.split('?')[0].slice(root.length)
    const functions = wrapped[path]
    if (!functions) return null
    const lines = [`import { recorded as __recorded } from '${root}test/bench/recorded-waits.ts'`]
    let changed = code
    for (const [name, kind] of Object.entries(functions)) {
      changed = changed
        .replace(`export const ${name} =`, `const __${name} =`)
        .replace(`export async function ${name}`, `async function __${name}`)
      lines.push(
        kind === 'call'
          ? `export const ${name} = (...args) => __recorded(() => __${name}(...args))`
          : `export const ${name} = async (...args) => {
               const session = await __recorded(() => __${name}(...args))
               return { ...session, query: (...q) => __recorded(() => session.query(...q)), prepared: (...q) => __recorded(() => session.prepared(...q)), simple: (...q) => __recorded(() => session.simple(...q)) }
             }`,
      )
    }
    return { code: `${changed}\n${lines.join('\n')}\n`, map: null }
  },
})
