import { createLimiter } from '#lib/auth/limiter.ts'
import { publicRoute } from '#lib/auth/route.ts'
import { readWebhookBody } from '#lib/connections/webhook-body.ts'
import { receiveWebhook } from '#lib/connections/webhooks.ts'
import { AppError } from '#lib/core/errors.ts'

const messages = createLimiter(120, 60_000)

/** A provider's message: proved by the provider's own means, answered at once, worked on by a job. */
export const POST = publicRoute<{ provider: string }>(async (request, { provider }) => {
  const wait = messages.take('all')
  if (wait !== null) throw new AppError('rate_limited', 'Too many messages.', { retryAfterSeconds: wait })
  const body = await readWebhookBody(request)
  await receiveWebhook(provider, { headers: Object.fromEntries(request.headers), body }, new Date())
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
})
