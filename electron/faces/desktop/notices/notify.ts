import { Notification } from 'electron'

export interface Note {
  readonly title: string
  readonly body: string
  /** The page that a click opens; null: the one that is there. */
  readonly path: string | null
}

/** Shows a notification of the system. */
export type Notify = (note: Note) => void

/** Those that are shown are held, or a click on one that was collected as garbage would do nothing. */
export function createNotify(open: (path?: string) => void): Notify {
  const shown = new Set<Notification>()
  return ({ title, body, path }) => {
    if (!Notification.isSupported()) return
    const notification = new Notification({ title, body })
    shown.add(notification)
    notification.on('click', () => {
      shown.delete(notification)
      open(path ?? undefined)
    })
    notification.on('close', () => shown.delete(notification))
    notification.show()
  }
}
