// Who runs a part of the tests: how Node is started as them, with which environment, and where their temporary files are.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { npmCommand } from './ensure-dependencies.mjs'

/** Whoever runs us. */
export const here = (temp) => ({ program: process.execPath, args: [], env: process.env, temp })

/** Root's npm settings are closed to the account; of them only the address of the registry goes on. */
const readRegistry = () => {
  const { program, args } = npmCommand()
  const { stdout } = spawnSync(program, [...args, 'config', 'get', 'registry'], { encoding: 'utf8' })
  return /^https?:\/\/\S+$/.test(stdout?.trim() ?? '') ? { npm_config_registry: stdout.trim() } : {}
}

/** Root's environment without what names root's folders or another server. */
const environmentFor = ({ name }, home) => {
  const closed = /^(XDG_|PG|npm_|SUDO_|INIT_CWD$|MAIL$|OLDPWD$)/i
  const kept = Object.entries(process.env).filter(([key]) => !closed.test(key) || /proxy|cafile/i.test(key))
  return { ...Object.fromEntries(kept), ...readRegistry(), HOME: home, USER: name, LOGNAME: name }
}

/** An account that root goes on as; its home is the cache of its own copy of the tree. */
export const personFor = (account, { temp, node, tree }) => ({
  program: node,
  args: [
    join(tree, 'build/bootstrap/as-account.mjs'),
    account.name,
    String(account.uid),
    String(account.gid),
  ],
  env: environmentFor(account, join(tree, '.cache')),
  temp,
})
