import { publicRoute } from '#lib/auth/route.ts'
import { webhookAllowance } from '#lib/connections/webhook-allowance.ts'
import { readWebhookBody } from '#lib/connections/webhook-body.ts'
import { receiveWebhook } from '#lib/connections/webhooks.ts'
import { AppError } from '#lib/core/errors.ts'
import { env } from '#lib/env.ts'

const take = webhookAllowance()

/** A provider's message: proved by the provider's own means, answered at once, worked on by a job. */
export const POST = publicRoute<{ provider: string }>(async (request, { provider }) => {
  const wait = take(provider, request.headers, env().publicUrl)
  if (wait !== null) throw new AppError('rate_limited', 'Too many messages.', { retryAfterSeconds: wait })
  const body = await readWebhookBody(request)
  await receiveWebhook(provider, { headers: Object.fromEntries(request.headers), body }, new Date())
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
})
