import { absolute } from '#lib/core/money.ts'
import type { AlertFacts, Evidence, EvidenceRow } from '../types.ts'
import type { Purchase } from './rule.ts'

/** Names a purchase by what it is, not by its id: an import that is undone and made again is not told twice. */
export const purchaseKey = ({ accountId, date, amount, merchantKey }: Purchase): string =>
  `${accountId}:${date}:${amount.minor}${amount.currency}:${merchantKey}`

const evidenceRow = ({
  transactionId,
  accountId,
  accountName,
  date,
  payee,
  amount,
}: Purchase): EvidenceRow => ({
  transactionId,
  accountId,
  accountName,
  date,
  payee,
  amount,
})

/** Evidence that is about one payee; `amount` is the size of the charge, without a sign. */
export const purchaseEvidence = (row: Purchase, rows: readonly Purchase[], facts: AlertFacts): Evidence => ({
  accountName: row.accountName,
  payee: row.payee,
  amount: absolute(row.amount),
  facts,
  rows: rows.map(evidenceRow),
})
