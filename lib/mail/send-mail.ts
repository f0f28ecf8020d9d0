import 'server-only'
import { z } from 'zod'
import { mailEvents } from '#db/schema/alerts.ts'
import { bulk, type Tx, withOperator } from '#db/scope.ts'
import { newId } from '#lib/core/ids.ts'
import { env } from '#lib/env.ts'
import { isLoopbackHost } from '#lib/loopback.ts'
import { beginMailEgress, endMailEgress } from '#lib/privacy/ledger.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import { type Delivery, deliver, type OutgoingMail } from './transport.ts'
import type { MailEventName } from './types.ts'

/** How long one try may hold a mail; longer than any try can take. */
export const leaseSeconds = 120
/** Waits between tries: about a day in all, then the mail is given up and says so. */
const waits = [15, 60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600]
export const maxTries = waits.length + 1

export type Deliver = (mail: OutgoingMail) => Promise<Delivery>

const leased = z.object({
  to_address: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
  message_id: z.string(),
  attempts: z.number(),
})

type Key = { householdId: string; mailId: string }

/**
 * Tries to hand one mail to the mail server: lease, talk (outside any transaction), settle. Running twice is harmless: who
 * holds no lease does nothing. What leaves this machine is in the ledger; with third parties off it is kept here. A crash after the server's 250 and before the settling sends again, with the same Message-ID.
 */
export async function sendMail(
  key: Key,
  send: Deliver = deliver,
  server: string | null = env().smtpUrl,
): Promise<void> {
  if (!server) return keep(key, 'no_server')
  const mail = await lease(key)
  if (!mail) return
  const { attempts, ...rest } = mail
  const delivery = await recorded(key, server, rest, send)
  if (!delivery) return keep(key, 'third_parties_off')
  await withOperator(async (tx) => {
    if (delivery.outcome === 'accepted') return accept(tx, key, delivery.answer)
    const wait = delivery.outcome === 'later' ? waits[attempts - 1] : undefined
    return wait === undefined
      ? giveUp(tx, key, attempts, delivery.answer)
      : retry(tx, key, attempts, delivery.answer, wait)
  })
}

/** Hands a mail over and writes it into the ledger; null when nothing may leave. A server on this machine is no way out. */
async function recorded(
  { householdId }: Key,
  server: string,
  mail: OutgoingMail,
  send: Deliver,
): Promise<Delivery | null> {
  const { hostname, host } = new URL(server)
  if (isLoopbackHost(hostname)) return send(mail)
  const id = await beginMailEgress(householdId, {
    host,
    purpose: 'mail',
    method: 'SMTP',
    fields: ['to', 'subject', 'html', 'text'],
    bytesOut: Buffer.byteLength(`${mail.toAddress}${mail.subject}${mail.html}${mail.text}`),
    connectionId: null,
    consentId: null,
  })
  if (id === null) return null
  const end = { status: null, bytesIn: 0 }
  try {
    const delivery = await send(mail)
    const outcome = delivery.outcome === 'accepted' ? 'answered' : 'stopped'
    await endMailEgress(householdId, id, { ...end, outcome })
    return delivery
  } catch (error) {
    await endMailEgress(householdId, id, { ...end, outcome: 'stopped' })
    throw error
  }
}

/** Takes the mail for this try. A mail whose tries all ended in a crash is poison: it is put aside. */
const lease = ({ householdId, mailId }: Key) =>
  withOperator(async (tx) => {
    const rows = await bulk(
      tx,
      `update mails set state = case when attempts < $3 then 'sending' else 'failed' end, attempts = least(attempts + 1, $3),
        leased_until = now() + $4 * interval '1 second'
      where household_id = $1 and id = $2 and state in ('queued', 'sending') and (leased_until is null or leased_until <= now())
      returning to_address, subject, html, text, headers, message_id, attempts, state`,
      [householdId, mailId, maxTries, leaseSeconds],
    )
    const [row] = rows
    if (!row) return null
    if (row.state === 'failed') {
      await note(tx, { householdId, mailId }, 'failed', null)
      return null
    }
    await note(tx, { householdId, mailId }, 'tried', null)
    const { to_address, message_id, ...rest } = leased.parse(row)
    return { ...rest, toAddress: to_address, messageId: message_id }
  })

async function accept(tx: Tx, key: Key, answer: string): Promise<void> {
  const parameters = [key.householdId, key.mailId]
  await bulk(
    tx,
    `update mails set state = 'sent', leased_until = null where household_id = $1 and id = $2`,
    parameters,
  )
  await bulk(tx, 'update alerts set sent_at = now() where household_id = $1 and mail_id = $2', parameters)
  await note(tx, key, 'accepted', answer)
}

/** Up to a fifth more or less, so that a thousand mails do not all come back in the same second. */
const jitter = (seconds: number): number => seconds * (0.8 + Math.random() * 0.4)

async function retry(tx: Tx, key: Key, attempt: number, answer: string, wait: number): Promise<void> {
  const [row] = await bulk<{ leased_until: Date }>(
    tx,
    `update mails set state = 'queued', leased_until = now() + $4 * interval '1 second'
     where household_id = $1 and id = $2 and state = 'sending' and attempts = $3 returning leased_until`,
    [key.householdId, key.mailId, attempt, jitter(wait)],
  )
  if (!row) return
  await note(tx, key, 'refused', answer)
  await enqueue(tx, 'mail.send', key, { startAfter: row.leased_until })
}

async function giveUp(tx: Tx, key: Key, attempt: number, answer: string): Promise<void> {
  const rows = await bulk(
    tx,
    `update mails set state = 'failed', leased_until = null
     where household_id = $1 and id = $2 and state = 'sending' and attempts = $3 returning id`,
    [key.householdId, key.mailId, attempt],
  )
  if (rows.length > 0) await note(tx, key, 'failed', answer)
}

/** There is no mail server any more, or nothing may leave: the mail stays readable here. */
const keep = (key: Key, why: 'no_server' | 'third_parties_off'): Promise<void> =>
  withOperator(async (tx) => {
    const rows = await bulk(
      tx,
      `update mails set state = 'kept', leased_until = null
       where household_id = $1 and id = $2 and state in ('queued', 'sending') returning id`,
      [key.householdId, key.mailId],
    )
    if (rows.length > 0) await note(tx, key, 'kept', why)
  })

async function note(tx: Tx, key: Key, event: MailEventName, detail: string | null): Promise<void> {
  const { householdId, mailId } = key
  await tx.insert(mailEvents).values({ householdId, id: newId(), mailId, event, detail })
}

/** Enqueues again what lost its job or its holder; returns how many. */
export const sweepMails = (): Promise<number> =>
  withOperator(async (tx) => {
    const rows = await bulk<{ household_id: string; id: string }>(
      tx,
      `select household_id, id from mails where state in ('queued', 'sending')
       and coalesce(leased_until, created_at) < now() - interval '2 minutes' order by created_at limit 200`,
      [],
    )
    for (const row of rows) await enqueue(tx, 'mail.send', { householdId: row.household_id, mailId: row.id })
    return rows.length
  })
