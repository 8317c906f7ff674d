#!/usr/bin/env node
// Makes a .deb with dpkg-deb from the arguments that electron-builder has for fpm: `--name value`, `-d dependency`, and
// `from=/to`, where a `from` that ends in a slash is a folder's content.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const flags = new Set(['--force', '--debug'])

function parse(args) {
  const options = { depends: [], recommends: [], files: [] }
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index]
    if (flags.has(arg)) continue
    if (!arg.startsWith('-')) {
      const at = arg.lastIndexOf('=/')
      options.files.push({ from: arg.slice(0, at), to: arg.slice(at + 1) })
      continue
    }
    index += 1
    if (arg === '-d') options.depends.push(args[index])
    else if (arg === '--deb-recommends') options.recommends.push(args[index])
    else options[arg.replace(/^-+/, '')] = args[index]
  }
  return options
}

const sizeOf = (path) => {
  const found = lstatSync(path)
  if (!found.isDirectory()) return found.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

/** Debian wants a description's further lines indented, and a full stop where one is empty. */
const describe = (text) => {
  const [synopsis = '', ...more] = text.split('\n').map((line) => line.trim())
  return [synopsis, ...more.filter(Boolean).map((line) => ` ${line}`)].join('\n')
}

const control = (options, root) =>
  Object.entries({
    Package: options.name,
    Version: options.version,
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    'Installed-Size': Math.ceil(sizeOf(root) / 1024),
    Depends: options.depends.join(', '),
    Recommends: options.recommends.join(', '),
    Section: options.category,
    Priority: options['deb-priority'],
    Homepage: options.url?.endsWith('.invalid') === true ? '' : options.url,
    Description: describe(options.description),
  })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')

const options = parse(process.argv.slice(2))
const root = mkdtempSync(join(tmpdir(), 'pgtandem-deb-'))
try {
  chmodSync(root, 0o755)
  for (const { from, to } of options.files) {
    const target = join(root, to)
    mkdirSync(dirname(target), { recursive: true })
    cpSync(from, target, { recursive: true, verbatimSymlinks: true })
    if (target.startsWith(join(root, 'usr/bin'))) chmodSync(target, 0o755)
  }
  const meta = join(root, 'DEBIAN')
  mkdirSync(meta)
  writeFileSync(join(meta, 'control'), control(options, root))
  for (const [name, script] of [
    ['postinst', options['after-install']],
    ['postrm', options['after-remove']],
  ]) {
    cpSync(script, join(meta, name))
    chmodSync(join(meta, name), 0o755)
  }
  // fpm's word for it is gz; who asks for it is in a hurry.
  const compression = options['deb-compression'] === 'gz' ? ['-Zgzip', '-z1'] : ['-Zxz']
  const { status } = spawnSync(
    'dpkg-deb',
    ['--root-owner-group', ...compression, '--build', root, options.package],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  process.exitCode = status ?? 1
} finally {
  rmSync(root, { recursive: true, force: true })
}
