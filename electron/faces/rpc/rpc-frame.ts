import { z } from 'zod'

/** What oRPC's client sends, as far as our contract needs it: no uploads, and of headers the one of a resumed stream. */
const frame = z.union([
  z.object({
    i: z.string().max(100),
    t: z.literal(1).optional(),
    p: z.object({
      u: z.string().startsWith('/').max(500),
      b: z.unknown().optional(),
      h: z.strictObject({ 'last-event-id': z.string().max(100) }).optional(),
      m: z.string().max(10).optional(),
    }),
  }),
  z.object({ i: z.string().max(100), t: z.literal(4) }),
])

/** Whether a text is a frame that may be handed to oRPC. */
export function isRpcFrame(text: string): boolean {
  try {
    return frame.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
