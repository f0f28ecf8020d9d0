import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contextFor } from '../../testing/contract.ts'
import {
  accountsAnswer,
  exchangeAnswer,
  itemAnswer,
  keyAnswer,
  linkTokenAnswer,
  removeAnswer,
  syncAnswer,
  webhookBody,
} from './answer.ts'
import { accountOf, rowOf } from './rows.ts'

const samples = resolve(import.meta.dirname, '../../../../../shared/samples/api/plaid')

describe.skipIf(!existsSync(samples))('The answers of Plaid’s documentation', () => {
  const responseOf = (name: string) =>
    JSON.parse(readFileSync(resolve(samples, `${name}.json`), 'utf8')).response

  test.each([
    ['transactions_sync', syncAnswer],
    ['accounts_get', accountsAnswer],
    ['accounts_balance_get', accountsAnswer],
    ['item_get', itemAnswer],
    ['link_token_create', linkTokenAnswer],
    ['item_public_token_exchange', exchangeAnswer],
    ['item_remove', removeAnswer],
    ['webhook_verification_key_get', keyAnswer],
  ])('%s is read', (name, schema) => {
    expect(schema.safeParse(responseOf(name)).error).toBeUndefined()
  })

  test('every webhook is read', () => {
    const folder = resolve(samples, 'webhooks')
    const files = readdirSync(folder)
    expect(files).toHaveLength(14)
    for (const file of files)
      expect(webhookBody.safeParse(JSON.parse(readFileSync(resolve(folder, file), 'utf8'))).success).toBe(
        true,
      )
  })

  test('a purchase leaves the account, and names what it was while pending', () => {
    const [row] = syncAnswer.parse(responseOf('transactions_sync')).added
    expect(row && rowOf(row, 'USD')).toMatchObject({
      minor: -7210n,
      payee: 'Walmart',
      rawDescription: 'PURCHASE WM SUPERCENTER #1700',
      date: '2023-09-24',
      transactionDate: '2023-09-22',
      pendingId: 'no86Eox18VHMvaOVL7gPUM9ap3aR1LsAVZ5nc',
      providerCategory: 'GENERAL_MERCHANDISE_SUPERSTORES',
    })
  })

  test('a card owes 410, a loan 65 262, and a balance with more than cents is rounded', () => {
    const item = itemAnswer.parse(responseOf('item_get'))
    const context = contextFor({ origin: 'http://127.0.0.1:1' }, null)
    const balances = (name: string) =>
      accountsAnswer
        .parse(responseOf(name))
        .accounts.map((account) => accountOf(account, item, 'USD', context))
        .map(({ type, last4, balance }) => [type, last4, balance?.minor, balance?.available, balance?.asOf])
    expect(balances('accounts_balance_get')).toEqual([
      ['checking', '0000', 11_000n, 10_000n, '2019-02-15'],
      ['credit_card', '3333', -41_000n, null, '2019-02-15'],
      ['loan', '7777', -6_526_200n, null, '2019-02-15'],
    ])
    expect(balances('accounts_get')[1]).toEqual(['investment', '6666', 2_363_198n, null, '2019-02-15'])
  })
})
