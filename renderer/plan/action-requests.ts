import type { Action } from '../../shared/model/actions.ts'

/** What choosing an action leads to: an operation that asks nothing, or a page. */
export type ActionWay =
  | {
      readonly kind: 'operation'
      readonly operation: string
      readonly params: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'page'; readonly path: string }

const page = (path: string): ActionWay => ({ kind: 'page', path })

/** The way of each action of an instance; the buttons, menus and keys of every page use this. */
export function wayOf(action: Action, name: string): ActionWay {
  switch (action) {
    case 'start':
    case 'stop':
    case 'restart':
    case 'reload':
      return { kind: 'operation', operation: action, params: { name } }
    case 'pause':
    case 'resume':
      return { kind: 'operation', operation: action, params: { standby: name } }
    case 'clone':
      return page(`/do/standby/${name}`)
    case 'sql':
      return page(`/instance/${name}/console`)
    case 'configure':
      return page(`/instance/${name}/configuration`)
    case 'verify':
      return page(`/instance/${name}/replication`)
    case 'promote':
    case 'synchronous':
    case 'reclone':
    case 'remove':
      return page(`/do/${action}/${name}`)
  }
}
