import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { setupToken } from '#lib/secrets/setup-token.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text.trim()).digest()

/** Whether the text is the set-up token that start-up printed, in constant time. */
export const isSetupToken = (text: string): boolean => timingSafeEqual(digest(text), digest(setupToken()))
