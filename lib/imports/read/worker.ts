import { parentPort, workerData } from 'node:worker_threads'
import { packBatch } from './batch.ts'
import { fileSource } from './file-source.ts'
import { readStatement } from './read-statement.ts'
import { type FromWorker, toPlainError, type WorkerOrder } from './worker-messages.ts'

/** Batches that may be under way at once: one being stored, one ready. */
const inFlight = 2

const port = parentPort
if (port) await serve(workerData as WorkerOrder, port)

async function serve({ path, hints, batchSize }: WorkerOrder, port: NonNullable<typeof parentPort>) {
  let credit = inFlight
  let wake = () => {}
  port.on('message', () => {
    credit++
    wake()
  })
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
  } finally {
    port.close()
  }
}
