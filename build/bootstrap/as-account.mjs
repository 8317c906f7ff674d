// `as-account.mjs NAME UID GID SCRIPT ARGS…`: gives up root for good, groups included, and goes on as that account with SCRIPT.
import { pathToFileURL } from 'node:url'

const [name, uid, gid, script, ...args] = process.argv.slice(2)
process.initgroups(name, Number(gid))
process.setgid(Number(gid))
process.setuid(Number(uid))
process.argv = [process.execPath, script, ...args]
await import(pathToFileURL(script).href)
