import type { AccountType } from '../types.ts'

const digits = /(?:[*xX.…#(-]|\bending in)\s*(\d{4})\)?$/

/** The four digits at the end of an account's name, as in `Checking (...1234)`; null when there are none. */
export const fourIn = (name: string): string | null => digits.exec(name.trim())?.[1] ?? null

const kinds: readonly [AccountType, RegExp][] = [
  ['credit_card', /\bcredit\b|\bcard\b|visa|mastercard|amex|american express|sapphire|freedom|the tin dung/i],
  ['savings', /saving|\bhysa\b|spar|epargne|ahorro|tiet kiem|tiết kiệm/i],
  ['loan', /loan|mortgage|kredit|hypothek|prestamo|khoan vay/i],
  ['investment', /401k|403b|\bira\b|roth|brokerage|invest|depot|hsa\b/i],
  ['cash', /^cash\b|wallet|bargeld|efectivo|tien mat|tiền mặt/i],
  ['checking', /check|chequ|current|giro|courant|corriente|debit/i],
]

/** What kind of account a name speaks of; `otherwise` when it does not say. */
export const typeByName = (name: string, otherwise: AccountType): AccountType =>
  kinds.find(([, words]) => words.test(name))?.[0] ?? otherwise
