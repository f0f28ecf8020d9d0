import { clientOf } from '#lib/auth/client.ts'
import { createLimiter } from '#lib/auth/limiter.ts'

/**
 * How many messages a provider may send: 120 a minute from one network, so that a stranger who sends rubbish takes nobody
 * else's allowance. Null when there is one left, else the seconds to wait. Behind no proxy all senders are one network.
 */
export function webhookAllowance(burst = 120, windowMs = 60_000) {
  const messages = createLimiter(burst, windowMs)
  return (provider: string, headers: Headers, publicUrl: string, now?: number): number | null =>
    messages.take(`${provider} ${clientOf(headers, publicUrl).ipPrefix ?? ''}`, now)
}
