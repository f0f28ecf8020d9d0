import type { AccountType } from '../types.ts'

/** What the records after a `!` line are: movements of an account, accounts, or lists that hold no money. */
export type Section =
  | { kind: 'rows'; type: AccountType; investment: boolean }
  | { kind: 'account' }
  | { kind: 'list' }

const rows = (type: AccountType, investment = false): Section => ({ kind: 'rows', type, investment })

const types = new Map<string, AccountType>(
  Object.entries({
    bank: 'checking',
    checking: 'checking',
    savings: 'savings',
    ccard: 'credit_card',
    'credit card': 'credit_card',
    creditcard: 'credit_card',
    cash: 'cash',
    'oth a': 'other',
    otha: 'other',
    'oth l': 'loan',
    othl: 'loan',
    invst: 'investment',
    port: 'investment',
    mutual: 'investment',
    '401(k)': 'investment',
    '401(k)/403(b)': 'investment',
  }),
)

const lists = /^(?:cat|category|class|memorized|security|prices?|budget|tag|template|bill|invoice|tax)\b/

/** The kind of account that `T` of an account or a `!Type:` line names; null when it names none that is known. */
export const typeNamed = (text: string): AccountType | null => types.get(text.trim().toLowerCase()) ?? null

/** What a line that begins with `!`, or with `Type:` where a bank forgot it, opens; null for options, which change no section but end an account list. */
export function sectionOf(line: string): Section | null {
  const text = line.replace(/^!/, '').trim().replace(/\s+/g, ' ').toLowerCase()
  if (text.startsWith('account')) return { kind: 'account' }
  const named = /^type ?: ?(.*)$/.exec(text)?.[1]?.trim()
  if (named === undefined) return null
  if (lists.test(named)) return { kind: 'list' }
  const type = types.get(named) ?? 'other'
  return rows(type, type === 'investment')
}
