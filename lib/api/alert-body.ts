import type { Alert, AlertRule, Backtest, Evidence } from '#lib/alerts/types.ts'
import { toDecimal } from '#lib/core/money.ts'
import { instantOf } from './serialise.ts'

const evidenceBody = (evidence: Evidence) =>
  evidence.rows.map((row) => ({
    transactionId: row.transactionId,
    accountId: row.accountId,
    accountName: row.accountName,
    date: row.date,
    payee: row.payee,
    amount: toDecimal(row.amount),
    currency: row.amount.currency,
  }))

export const alertBody = (alert: Alert) => ({
  id: alert.id,
  ruleId: alert.ruleId,
  type: alert.type,
  status: alert.status,
  accountId: alert.accountId,
  occurredOn: alert.occurredOn,
  evidence: evidenceBody(alert.evidence),
  postedOn: alert.times.posted,
  writtenAt: instantOf(alert.times.written),
  seenAt: instantOf(alert.times.seen),
  sentAt: instantOf(alert.times.sent),
  deliveredAt: instantOf(alert.times.delivered),
})

export const alertRuleBody = (rule: AlertRule) => ({
  id: rule.id,
  type: rule.type,
  params: rule.params,
  enabled: rule.enabled,
  email: rule.email,
  mutedAt: instantOf(rule.mutedAt),
})

export const backtestBody = ({ days, from, to, hits }: Backtest) => ({
  days,
  from,
  to,
  count: hits.length,
  hits: hits.map((hit) => ({
    occurredOn: hit.occurredOn,
    accountId: hit.accountId,
    evidence: evidenceBody(hit.evidence),
  })),
})
