import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { ProviderContext, WebhookEvent, WebhookRequest } from '../port.ts'
import { ProviderError } from '../provider-error.ts'
import { webhookBody } from './answer.ts'

const longestAgeSeconds = 300

const isSame = (a: string, b: string): boolean => {
  const [first, second] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return first !== undefined && second !== undefined && timingSafeEqual(first, second)
}

/** HMAC over time and body when a key for it is set; else the API key. Without either, nothing is believed. */
function isProved({ settings, now }: ProviderContext, { headers, body }: WebhookRequest): boolean {
  const hmacKey = settings.webhookSecret?.reveal()
  if (hmacKey) {
    const time = headers['x-sepay-timestamp'] ?? ''
    const age = Math.abs(now.getTime() / 1000 - Number(time))
    const expected = `sha256=${createHmac('sha256', hmacKey).update(`${time}.${body}`).digest('hex')}`
    return (
      /^\d+$/.test(time) && age <= longestAgeSeconds && isSame(headers['x-sepay-signature'] ?? '', expected)
    )
  }
  const apiKey = settings.webhookApiKey?.reveal()
  return apiKey !== undefined && apiKey !== '' && isSame(headers.authorization ?? '', `Apikey ${apiKey}`)
}

/** One transaction that SePay tells of. Its row is not taken from here: it is a reason to pull. */
export async function verifyWebhook(
  context: ProviderContext,
  request: WebhookRequest,
): Promise<WebhookEvent> {
  const forged = () => new ProviderError('forged', 'The webhook is not proved.')
  if (!isProved(context, request)) throw forged()
  let value: unknown
  try {
    value = JSON.parse(request.body)
  } catch {
    throw forged()
  }
  const parsed = webhookBody.safeParse(value)
  if (!parsed.success) throw forged()
  return { eventId: `sepay:${parsed.data.id}`, itemKey: null, kind: 'rows' }
}
