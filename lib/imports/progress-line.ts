import { z } from 'zod'

const lineSchema = z.union([
  z.object({
    phase: z.enum(['reading', 'matching', 'writing', 'finishing']),
    done: z.number(),
    total: z.number().nullable(),
  }),
  z.object({ phase: z.literal('done'), importId: z.string() }),
  z.object({ phase: z.literal('failed'), message: z.string() }),
])

/** One line of the answer to an import: how far it is, or how it ended. */
export type ProgressLine = z.infer<typeof lineSchema>

export const progressLine = (line: ProgressLine): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(line)}\n`)

/** Reads such an answer line by line as it arrives. */
export async function* readProgress(body: ReadableStream<Uint8Array>): AsyncGenerator<ProgressLine> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') yield lineSchema.parse(JSON.parse(line))
    if (done) return
  }
}
