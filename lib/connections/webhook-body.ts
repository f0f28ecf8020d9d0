import { AppError } from '#lib/core/errors.ts'

const most = 64 * 1024

/** The bytes of a message exactly as they came, as text; more than 64 KiB is refused without reading on. */
export async function readWebhookBody(request: Request): Promise<string> {
  const tooLarge = () => new AppError('too_large', 'The message is too large.')
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > most) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
