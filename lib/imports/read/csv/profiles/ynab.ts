import type { BankLayout, BankProfile } from '../profile.ts'

const dollars = /^\$/

const shared = {
  dateOrder: 'detect',
  /** YNAB writes days as its owner likes them; beside dollars the month comes first. */
  otherwise: (rows: readonly (readonly string[])[], headers: readonly string[]) => {
    const at = headers.indexOf('outflow')
    return rows.some((row) => dollars.test(row[at]?.trim() ?? '')) ? 'mdy' : 'dmy'
  },
  absolute: true,
  currency: 'detect',
  accountType: 'checking',
} satisfies Partial<BankLayout>

const columns = {
  date: 'date',
  description: ['payee', 'memo'],
  debit: 'outflow',
  credit: 'inflow',
  category: ['category', 'sub category', 'category group/category'],
  accountName: 'account',
  memo: 'memo',
} as const

/** YNAB's register, of the web and of YNAB 4: the currency symbol stands in the amounts. */
export const ynab: BankProfile = {
  id: 'ynab',
  institution: 'YNAB',
  layouts: [
    {
      ...shared,
      headers: ['account', 'flag', 'date', 'payee', 'memo', 'outflow', 'inflow', 'cleared'],
      columns: { ...columns, checkNumber: 'check number' },
    },
  ],
}
