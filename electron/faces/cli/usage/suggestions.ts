import type { CommandName } from '../command.ts'

/** What other tools call things, with what to type here instead. Two-word phrases are looked up before single words. */
export const foreignWords: Readonly<Record<string, string>> = {
  'standby clone': 'clone SOURCE NAME',
  'standby register': 'adopt NAME --data DIR',
  'standby promote': 'promote NAME',
  'standby switchover': 'promote NAME',
  'standby follow': 'reclone NAME',
  'primary register': 'adopt NAME --data DIR',
  'node rejoin': 'reclone NAME',
  'node check': 'verify STANDBY',
  'cluster show': 'status',
  'cluster create': 'create NAME',
  'show state': 'status',
  'show events': 'jobs list',
  'perform switchover': 'promote NAME',
  'perform failover': 'promote NAME',
  'perform promotion': 'promote NAME',
  'create postgres': 'create NAME',
  pg_lsclusters: 'status',
  lsclusters: 'status',
  ls: 'status',
  list: 'status',
  ps: 'status',
  show: 'status',
  info: 'status',
  monitor: 'status --watch',
  watch: 'status --watch',
  top: 'status --watch',
  pg_ctlcluster: 'start NAME | stop NAME | restart NAME | reload NAME',
  pg_ctl: 'start NAME | stop NAME | restart NAME | reload NAME | promote NAME',
  pg_createcluster: 'create NAME',
  createcluster: 'create NAME',
  initdb: 'create NAME',
  init: 'create NAME',
  new: 'create NAME',
  pg_dropcluster: 'remove NAME --delete-data',
  dropcluster: 'remove NAME --delete-data',
  drop: 'remove NAME --delete-data',
  delete: 'remove NAME --delete-data',
  destroy: 'remove NAME --delete-data',
  rm: 'remove NAME',
  forget: 'remove NAME',
  unregister: 'remove NAME',
  pg_basebackup: 'clone SOURCE NAME',
  basebackup: 'clone SOURCE NAME',
  backup: 'clone SOURCE NAME',
  standby: 'clone SOURCE NAME',
  replica: 'clone SOURCE NAME',
  slave: 'clone SOURCE NAME',
  switchover: 'promote NAME',
  failover: 'promote NAME',
  pg_rewind: 'reclone NAME',
  rewind: 'reclone NAME',
  rejoin: 'reclone NAME',
  reinit: 'reclone NAME',
  rebuild: 'reclone NAME',
  register: 'adopt NAME --data DIR',
  import: 'adopt NAME --data DIR',
  attach: 'adopt NAME --data DIR',
  up: 'start NAME',
  run: 'start NAME',
  down: 'stop NAME',
  shutdown: 'stop NAME',
  kill: 'stop NAME',
  sync: 'synchronous STANDBY on',
  async: 'synchronous STANDBY off',
  check: 'verify STANDBY',
  test: 'verify STANDBY',
  doctor: 'verify STANDBY',
  query: 'sql NAME -c SQL',
  exec: 'sql NAME -c SQL',
  connect: 'psql NAME',
  shell: 'psql NAME',
  dsn: 'url NAME',
  uri: 'url NAME',
  log: 'logs NAME',
  tail: 'logs NAME -f',
  conf: 'config NAME',
  guc: 'config NAME',
  set: 'config NAME set k=v',
  get: 'config NAME get K',
  pg_conftool: 'config NAME',
  pg_hba: 'hba NAME',
  install: 'postgres install MAJOR',
  download: 'postgres install MAJOR',
  versions: 'postgres list',
  job: 'jobs list',
  undo: 'jobs undo ID',
  rollback: 'jobs undo ID',
  continue: 'jobs resume ID',
  主库: 'create NAME',
  备库: 'clone SOURCE NAME',
  从库: 'clone SOURCE NAME',
  克隆: 'clone SOURCE NAME',
  状态: 'status',
  提升: 'promote NAME',
  主备切换: 'promote NAME',
  启动: 'start NAME',
  停止: 'stop NAME',
}

/** What to type instead of words that are no command here; null when nothing comes near. */
export function suggestCommand(words: readonly string[], commands: readonly CommandName[]): string | null {
  const [first = '', second = ''] = words.map((word) => word.toLowerCase().replace(/\.exe$/, ''))
  const foreign = foreignWords[`${first} ${second}`] ?? foreignWords[first]
  return foreign ?? nearest(first, commands)
}

/** The candidate that differs in the fewest letters, if it differs in few enough. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const limit = word.length <= 3 ? 1 : 2
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(
      ({ distance, candidate }) => distance <= limit || (word.length >= 3 && candidate.startsWith(word)),
    )
    .toSorted((a, b) => a.distance - b.distance)
  return best?.candidate ?? null
}

/** Insertions, deletions and replacements from one word to the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, char] of a.split('').entries()) {
    const next = [i + 1]
    for (const [j, other] of b.split('').entries())
      next.push(Math.min((row[j] ?? 0) + (char === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    row = next
  }
  return row[b.length] ?? 0
}
