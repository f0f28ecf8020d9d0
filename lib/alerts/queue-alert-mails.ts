import 'server-only'
import { bulk, type Tx } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { env } from '#lib/env.ts'
import { queueMail } from '#lib/mail/mutations.ts'
import { muteLinks } from '#lib/mail/mute-link.ts'
import { alertMail, type MailFrame, summaryMail } from './compose-mail.ts'
import type { StoredRule } from './stored-rules.ts'
import type { Candidate, RuleType } from './types.ts'

export type NewAlert = Candidate & { id: string; rule: StoredRule }

/** More than this from one write are told in one summary. */
export const singleMails = 5

/** Which alerts get a mail of their own when there are too many. */
const urgency: readonly RuleType[] = [
  'duplicate_charge',
  'connection_trouble',
  'low_balance',
  'large_transaction',
  'card_use',
  'fee_charged',
  'new_merchant',
]

const rank = ({ rule }: NewAlert): number => urgency.indexOf(rule.type)

/** Writes the mails about what a write brought, and notes on each alert which mail tells of it; returns their number. */
export async function queueAlertMails(
  tx: Tx,
  scope: Scope,
  userId: string,
  added: readonly NewAlert[],
): Promise<number> {
  const wanted = added
    .filter(({ rule }) => rule.email && rule.mutedAt === null)
    .toSorted((a, b) => rank(a) - rank(b) || (a.occurredOn < b.occurredOn ? 1 : -1))
  let mails = 0
  for (const alert of wanted.slice(0, singleMails)) mails += await single(tx, scope, userId, alert)
  const rest = wanted.slice(singleMails)
  if (rest.length > 0) mails += await summary(tx, scope, userId, rest)
  return mails
}

const described = ({ rule, ...alert }: NewAlert) => ({ ...alert, type: rule.type })

async function single(tx: Tx, scope: Scope, userId: string, alert: NewAlert): Promise<number> {
  const claims = { householdId: scope.householdId, userId, ruleId: alert.rule.id }
  const mailId = await queueMail(tx, scope, {
    template: 'alert',
    userId,
    unsubscribeUrl: muteLinks(claims, 'en').post,
    content: (reader) =>
      alertMail(described(alert), muteLinks(claims, reader.locale).page, frameOf(scope, reader)),
  })
  return told(tx, scope, mailId, [alert])
}

async function summary(tx: Tx, scope: Scope, userId: string, alerts: readonly NewAlert[]): Promise<number> {
  const mailId = await queueMail(tx, scope, {
    template: 'alert_summary',
    userId,
    content: (reader) => summaryMail(alerts.map(described), frameOf(scope, reader)),
  })
  return told(tx, scope, mailId, alerts)
}

const frameOf = (scope: Scope, reader: Pick<MailFrame, 'locale' | 'address'>): MailFrame => ({
  ...reader,
  timeZone: scope.timeZone,
  now: scope.now,
  publicUrl: env().publicUrl,
})

async function told(
  tx: Tx,
  scope: Scope,
  mailId: string | null,
  alerts: readonly NewAlert[],
): Promise<number> {
  if (mailId === null) return 0
  await bulk(tx, 'update alerts set mail_id = $2 where household_id = $1 and id = any($3::uuid[])', [
    scope.householdId,
    mailId,
    alerts.map(({ id }) => id),
  ])
  return 1
}
