import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { measure, type Ran } from './shell.ts'

/** Where a benchmark works, and with what. */
export interface BenchContext {
  readonly folder: string
  readonly cli: string
  readonly pairProgram: string
  readonly byHand: string
  /** Folder of PostgreSQL 15 with all its tools; null where it is not installed. */
  readonly fullBinDir: string | null
  readonly bundledBinDir: string
  readonly pgtandem: (home: string, ...args: readonly string[]) => Promise<Ran>
  readonly say: (line: string) => void
}

const debianBinDir = '/usr/lib/postgresql/15/bin'

export function openContext(tree: string, folder: string, bundledBinDir: string): BenchContext {
  const cli = join(tree, 'dist/cli/pgtandem.mjs')
  mkdirSync(folder, { recursive: true })
  return {
    folder,
    cli,
    pairProgram: join(tree, 'dist/test/pair-program.mjs'),
    byHand: join(tree, 'test/bench/pair-by-hand.sh'),
    fullBinDir: existsSync(join(debianBinDir, 'pg_basebackup')) ? debianBinDir : null,
    bundledBinDir,
    pgtandem: (home, ...args) => measure(process.execPath, [cli, '--home', home, '--yes', '--json', ...args]),
    say: (line) => process.stdout.write(`${line}\n`),
  }
}

/** Everything of the last round is gone and on the disk before the next one, or one would pay for the other. */
export function settle(...folders: readonly string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  execFileSync('sync')
}

export function stopAt(binDir: string, dataDir: string): void {
  if (!existsSync(join(dataDir, 'postmaster.pid'))) return
  execFileSync(join(binDir, 'pg_ctl'), ['stop', '-s', '-m', 'immediate', '-D', dataDir], { stdio: 'ignore' })
}
