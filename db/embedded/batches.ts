import { type Frame, isCopyIn, refusal } from './frames.ts'

/** Messages that must reach the engine in one call, so that no other client comes between. */
export type Batch = { bytes: Buffer; copyIn: boolean; endsCycle: boolean }

export type Gathered =
  | { kind: 'batch'; batch: Batch }
  | { kind: 'copyReady' }
  | { kind: 'goodbye' }
  | { kind: 'refused'; message: string }

const maximumBatchBytes = 512 * 1024 * 1024

/** Gathers a client's messages into batches; Parse, Bind and Execute stay together until their Sync. */
export function createBatcher(): (message: Frame) => Gathered | null {
  let held: Buffer[] = []
  let heldBytes = 0
  let copying = false
  const finish = (endsCycle: boolean): Gathered => {
    const batch = { bytes: Buffer.concat(held), copyIn: copying, endsCycle }
    held = []
    heldBytes = 0
    copying = false
    return { kind: 'batch', batch }
  }
  return (message) => {
    if (message.type === 'X') return { kind: 'goodbye' }
    const isRows = message.type === 'd' || message.type === 'c' || message.type === 'f'
    if (isRows && !copying) return null
    if (copying && !isRows) {
      if (message.type === 'S' || message.type === 'H') return null
      return { kind: 'refused', message: 'Only rows may follow COPY FROM STDIN until it is done.' }
    }
    const reason = refusal(message)
    if (reason) return { kind: 'refused', message: reason }
    held.push(Buffer.from(message.bytes))
    heldBytes += message.bytes.length
    if (heldBytes > maximumBatchBytes) return { kind: 'refused', message: 'The statement is too large.' }
    if (isCopyIn(message)) {
      copying = true
      return { kind: 'copyReady' }
    }
    if (message.type === 'H') return finish(false)
    return 'QSFcf'.includes(message.type) ? finish(true) : null
  }
}
