import { execFileSync } from 'node:child_process'
import { cpus, release, totalmem } from 'node:os'
import { benchClone } from './bench-clone.ts'
import { benchPair } from './bench-pair.ts'
import { benchStatus } from './bench-status.ts'
import { openContext } from './context.ts'
import { benchPage } from './page/bench-page.ts'
import { benchSoak } from './page/soak.ts'

/** `main TREE FOLDER BUNDLED_BINDIR [pair|status|clone|page|soak]…`: measures, prints, leaves nothing behind. */
const [tree = '', folder = '', bundledBinDir = '', ...wanted] = process.argv.slice(2)
const benches = { pair: benchPair, status: benchStatus, clone: benchClone, page: benchPage, soak: benchSoak }
/** Take so long that they run only when they are named. */
const onlyNamed = new Set(['soak'])

const context = openContext(tree, folder, bundledBinDir)
const fileSystem = execFileSync('stat', ['-f', '-c', '%T', folder], { encoding: 'utf8' }).trim()
context.say(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Linux ${release()}, ${fileSystem}, Node ${process.versions.node}`,
)
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 ? !onlyNamed.has(name) : wanted.includes(name)) await bench(context)
}
