import { expect, test } from 'vitest'
import { readWebhookBody } from './webhook-body.ts'

const sent = (body: string | ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
  new Request('http://localhost/api/webhooks/plaid', {
    method: 'POST',
    body,
    headers,
    ...(typeof body === 'string' ? {} : { duplex: 'half' }),
  })

test('a message keeps its bytes', async () => {
  expect(await readWebhookBody(sent('{\n  "a": "ă"  }\n'))).toBe('{\n  "a": "ă"  }\n')
})

test('one that says it is too large, or turns out to be, is refused', async () => {
  const claimed = sent('{}', { 'content-length': '70000' })
  await expect(readWebhookBody(claimed)).rejects.toMatchObject({ status: 413 })
  let pulls = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulls++
      controller.enqueue(new Uint8Array(16_384))
    },
  })
  await expect(readWebhookBody(sent(endless))).rejects.toMatchObject({ status: 413 })
  expect(pulls).toBeLessThan(10)
})
