import { packBatch } from './batch.ts'
import { fileSource } from './file-source.ts'
import { readStatement } from './read-statement.ts'
import { type FromWorker, type ToWorker, toPlainError, type WorkerOrder } from './reading-messages.ts'

/** Batches that may be under way at once: one being stored, one ready. */
const inFlight = 2

let credit = inFlight
let wake = () => {}

process.on('message', (message: ToWorker) => {
  if (message.type === 'read') return serve(message.order)
  credit++
  wake()
})
// The server is gone: nobody waits for these rows.
process.on('disconnect', () => process.exit())

const post = (message: FromWorker): void => void process.send?.(message)

async function serve({ path, hints, batchSize }: WorkerOrder) {
  post({ type: 'begun' })
  credit = inFlight
  const room = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })
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
        post({ type: 'batch', batch })
      },
    })
    post({ type: 'done', summary })
  } catch (error) {
    const plain = toPlainError(error)
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    post(plain ? { type: 'refused', error: plain } : { type: 'failed', text })
  }
}
