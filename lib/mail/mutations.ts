import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { mailEvents, mails } from '#db/schema/alerts.ts'
import { bulk, type Tx } from '#db/scope.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { env } from '#lib/env.ts'
import { type Locale, localeOf } from '#lib/i18n/locales.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import { parseAddress, parseMailbox } from './address.ts'
import { renderHtml } from './render-html.ts'
import { renderText } from './render-text.ts'
import type { MailContent, MailTemplate } from './types.ts'

export type MailReader = { locale: Locale; address: string }

export type MailInput = {
  template: MailTemplate
  /** Whom it is for, a member of the scope's household; the scope's user when absent. */
  userId?: string
  /** Gets who will read it: words in their language, and the address for the small print. */
  content: (reader: MailReader) => MailContent
  /** The address behind the mail program's own "unsubscribe": a POST to it acts. */
  unsubscribeUrl?: string
}

/** More than a person could want in a day: what comes after is kept, not sent. */
export const dailyMails = 100

const contact = z.object({ email: z.string(), locale: z.string() })

/**
 * Writes a mail and, when there is a mail server, the job that sends it, in the caller's transaction; returns its id.
 * Null when the person is not an active member or has no address that mail can be sent to.
 */
export async function queueMail(tx: Tx, scope: Scope, input: MailInput): Promise<string | null> {
  const userId = input.userId ?? scope.userId
  const { householdId } = scope
  const [row] = await bulk(tx, 'select email, locale from member_contact($1)', [userId])
  if (!row) return null
  const { email, locale } = contact.parse(row)
  const toAddress = parseAddress(email)
  if (!toAddress) return null

  const id = newId()
  const content = input.content({ locale: localeOf(locale), address: toAddress })
  const held = await whyHeld(tx, householdId, userId)
  await tx.insert(mails).values({
    householdId,
    id,
    userId,
    template: input.template,
    locale: content.locale,
    toAddress,
    subject: oneLine(content.subject),
    html: renderHtml(content),
    text: renderText(content),
    headers: input.unsubscribeUrl ? unsubscribeHeaders(input.unsubscribeUrl) : {},
    messageId: messageIdOf(id),
    state: held ? 'kept' : 'queued',
  })
  await tx
    .insert(mailEvents)
    .values({ householdId, id: newId(), mailId: id, event: 'written', at: scope.now })
  if (held)
    await tx.insert(mailEvents).values({ householdId, id: newId(), mailId: id, event: 'kept', detail: held })
  else await enqueue(tx, 'mail.send', { householdId, mailId: id })
  return id
}

/** Why a mail stays here: no server to send it with, or too many today. The words are keys of `mail.held`. */
async function whyHeld(
  tx: Tx,
  householdId: string,
  userId: string,
): Promise<'no_server' | 'too_many' | null> {
  if (!env().smtpUrl) return 'no_server'
  const [today] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(mails)
    .where(
      sql`${mails.householdId} = ${householdId} and ${mails.userId} = ${userId} and ${mails.createdAt} > now() - interval '1 day' and ${mails.state} <> 'kept'`,
    )
  return (today?.count ?? 0) >= dailyMails ? 'too_many' : null
}

/** RFC 8058: the mail program posts without asking; a person who opens the address is asked first. */
const unsubscribeHeaders = (url: string): Record<string, string> => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 200)

/** The same for every try of one mail, so that a server that got it twice can tell. */
function messageIdOf(mailId: string): string {
  const host = parseMailbox(env().mailFrom)?.address.split('@')[1] ?? 'localhost'
  return `<${mailId}@${host}>`
}
