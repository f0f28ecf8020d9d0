import 'server-only'
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm'
import { mailEvents, mails } from '#db/schema/alerts.ts'
import { withScope } from '#db/scope.ts'
import { notFound } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { type Mail, type MailEventName, type MailSummary, mailEventNames } from './types.ts'

const pageSize = 50

const summary = {
  id: mails.id,
  template: mails.template,
  subject: mails.subject,
  toAddress: mails.toAddress,
  state: mails.state,
  createdAt: mails.createdAt,
  acceptedAt: sql<Date | null>`(
    select max(e.at) from mail_events e
    where e.household_id = ${mails.householdId} and e.mail_id = ${mails.id} and e.event = 'accepted'
  )`.mapWith((at: unknown) => (at === null ? null : new Date(String(at)))),
}

const isEventName = (text: string): text is MailEventName => mailEventNames.some((name) => name === text)

/** The mails written for the scope's user, newest first; `before` is the id of the last one of the page above. */
export const listMails = (
  scope: Scope,
  before: string | null = null,
): Promise<{ mails: MailSummary[]; next: string | null }> =>
  withScope(scope, async (tx) => {
    const rows = await tx
      .select(summary)
      .from(mails)
      .where(
        and(
          eq(mails.householdId, scope.householdId),
          eq(mails.userId, scope.userId),
          before && isId(before) ? lt(mails.id, before) : undefined,
        ),
      )
      .orderBy(desc(mails.id))
      .limit(pageSize + 1)
    const page = rows.slice(0, pageSize)
    return { mails: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null }
  })

/** One mail with its timeline, oldest event first. Somebody else's mail is not found. */
export const getMail = (scope: Scope, mailId: string): Promise<Mail> =>
  withScope(scope, async (tx) => {
    if (!isId(mailId)) throw notFound('The e-mail')
    const own = and(
      eq(mails.householdId, scope.householdId),
      eq(mails.userId, scope.userId),
      eq(mails.id, mailId),
    )
    const [row] = await tx
      .select({ ...summary, html: mails.html, text: mails.text, messageId: mails.messageId })
      .from(mails)
      .where(own)
    if (!row) throw notFound('The e-mail')
    const events = await tx
      .select({ event: mailEvents.event, detail: mailEvents.detail, at: mailEvents.at })
      .from(mailEvents)
      .where(and(eq(mailEvents.householdId, scope.householdId), eq(mailEvents.mailId, mailId)))
      .orderBy(asc(mailEvents.at), asc(mailEvents.id))
    return {
      ...row,
      events: events.flatMap(({ event, ...rest }) => (isEventName(event) ? [{ event, ...rest }] : [])),
    }
  })
