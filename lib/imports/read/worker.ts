import { parentPort } from 'node:worker_threads'
import { packBatch } from './batch.ts'
import { fileSource } from './file-source.ts'
import { readStatement } from './read-statement.ts'
import { type FromWorker, type ToWorker, toPlainError, type WorkerOrder } from './worker-messages.ts'

/** Batches that may be under way at once: one being stored, one ready. */
const inFlight = 2

let credit = inFlight
let wake = () => {}

const port = parentPort
port?.on('message', (message: ToWorker) => {
  if (message.type === 'read') return serve(message.order, port)
  credit++
  wake()
})

async function serve({ path, hints, batchSize }: WorkerOrder, port: NonNullable<typeof parentPort>) {
  credit = inFlight
  const room = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })
  const post = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)
  let announced = 0
  try {
    const summary = await readStatement(await fileSource(path), {
      ...hints,
      batchSize,
      onProgress: (share) => post({ type: 'progress', share }),
      onBatch: async (rows, accounts) => {
        while (credit === 0) await room()
        credit--
        const batch = packBatch(rows, accounts.slice(announced))
        announced = accounts.length
        post({ type: 'batch', batch }, [batch.line.buffer as ArrayBuffer, batch.minor.buffer as ArrayBuffer])
      },
    })
    post({ type: 'done', summary })
  } catch (error) {
    const plain = toPlainError(error)
    if (!plain) throw error
    post({ type: 'refused', error: plain })
  }
}
