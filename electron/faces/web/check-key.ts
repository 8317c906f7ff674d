import { createHash, timingSafeEqual } from 'node:crypto'
import type { MessageEvent, WebSocket } from 'ws'
import { z } from 'zod'
import { closeCodes, type KeyFrame, keyWithinMs } from '../../../shared/contract/web-protocol.ts'
import { closeSocket } from './close-socket.ts'

const keyFrame: z.ZodType<KeyFrame> = z.strictObject({ key: z.string().max(200) })

/**
 * Calls `onShown` when the first frame of a socket shows the key in time, within that frame's own event; else closes the
 * socket with `wrongKey`.
 */
export function checkKey(socket: WebSocket, key: string, onShown: () => void): void {
  const settle = (shown: boolean): void => {
    clearTimeout(timer)
    socket.removeEventListener('message', onMessage)
    socket.removeEventListener('close', onClose)
    if (shown) onShown()
    else closeSocket(socket, closeCodes.wrongKey)
  }
  const onMessage = ({ data }: MessageEvent): void =>
    settle(typeof data === 'string' && isSame(keyOf(data), key))
  const onClose = (): void => settle(false)
  const timer = setTimeout(() => settle(false), keyWithinMs)
  socket.addEventListener('message', onMessage)
  socket.addEventListener('close', onClose)
}

function keyOf(text: string): string {
  try {
    return keyFrame.parse(JSON.parse(text)).key
  } catch {
    return ''
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Takes as long for a key that is nearly right as for any other. */
const isSame = (shown: string, key: string): boolean => timingSafeEqual(digest(shown), digest(key))
