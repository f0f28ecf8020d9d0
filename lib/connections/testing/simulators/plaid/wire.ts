import { toDecimal } from '#lib/core/money.ts'
import type { SimulatedAccount, SimulatedBank, SimulatedRow } from '../../simulated-bank.ts'
import type { SimulatedAnswer } from '../serve.ts'

const request_id = 'simulated0001'

export const json = (value: object): SimulatedAnswer => ({
  status: 200,
  body: JSON.stringify({ ...value, request_id }),
})

/** Plaid's error body, all of its fields, with words that must never reach a person. */
export const refuse = (error_type: string, error_code: string, status = 400): SimulatedAnswer => ({
  status,
  body: JSON.stringify({
    error_type,
    error_code,
    error_code_reason: null,
    error_message: '<b>oops</b> slow down',
    display_message: 'maintenance',
    causes: [],
    status,
    documentation_url: 'https://docs.test/errors',
    suggested_action: null,
    request_id,
  }),
})

const amountOf = (minor: bigint, currency: string): number => Number(toDecimal({ minor, currency }))
const isCard = ({ name }: SimulatedAccount): boolean => /visa|card/i.test(name)
const moneyOf = (currency: string) => {
  const isMoney = /^[A-Z]{3}$/.test(currency)
  return {
    iso_currency_code: isMoney ? currency : null,
    unofficial_currency_code: isMoney ? null : currency,
  }
}

export function wireAccount(account: SimulatedAccount, bank: SimulatedBank) {
  const { currency } = account
  const held = amountOf(bank.balanceOf(account.id), /^[A-Z]{3}$/.test(currency) ? currency : 'USD')
  const card = isCard(account)
  return {
    account_id: account.id,
    balances: {
      available: card ? null : held,
      current: card ? -held : held,
      limit: card ? 20_000 : null,
      ...moneyOf(currency),
    },
    mask: /(\d{4})\)/.exec(account.name)?.[1] ?? null,
    name: account.name,
    official_name: null,
    subtype: card ? 'credit card' : 'checking',
    type: card ? 'credit' : 'depository',
  }
}

export function wireRow(row: SimulatedRow, bank: SimulatedBank) {
  const currency = bank.accounts.find(({ id }) => id === row.accountId)?.currency ?? 'USD'
  return {
    account_id: row.accountId,
    account_owner: null,
    amount: amountOf(-row.minor, /^[A-Z]{3}$/.test(currency) ? currency : 'USD'),
    ...moneyOf(currency),
    check_number: null,
    counterparties: [],
    date: row.date,
    datetime: null,
    authorized_date: row.date,
    authorized_datetime: null,
    name: row.description,
    merchant_name: null,
    original_description: `${row.description} RAW`,
    payment_channel: 'in store',
    pending: row.pending,
    pending_transaction_id: row.was,
    personal_finance_category: {
      primary: 'FOOD_AND_DRINK',
      detailed: 'FOOD_AND_DRINK_COFFEE',
      confidence_level: 'HIGH',
    },
    transaction_id: row.id,
    transaction_code: null,
    transaction_type: 'place',
  }
}
