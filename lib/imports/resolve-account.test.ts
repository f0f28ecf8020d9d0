import { describe, expect, it } from 'vitest'
import type { ReadAccount } from './read/types.ts'
import { resolveAccounts, type StoredAccount } from './resolve-account.ts'

const read = (change: Partial<ReadAccount> = {}): ReadAccount => ({
  key: 'a',
  sourceAccountId: null,
  bankId: null,
  last4: null,
  name: null,
  institution: null,
  type: 'checking',
  currency: 'USD',
  ledger: null,
  available: null,
  ...change,
})

const stored = (change: Partial<StoredAccount> = {}): StoredAccount => ({
  id: 'stored',
  name: 'Everyday',
  institution: null,
  type: 'checking',
  currency: 'USD',
  last4: null,
  bankId: null,
  sourceAccountId: null,
  balanceMinor: null,
  ...change,
})

const none = new Map<string, string>()
const foundBy = (...parameters: Parameters<typeof resolveAccounts>) =>
  resolveAccounts(...parameters)[0]?.foundBy

describe('the account of a file', () => {
  it('is known by its number, in its currency', () => {
    const account = stored({ sourceAccountId: '111222333' })
    expect(foundBy([read({ sourceAccountId: '111222333' })], [account], {}, none)).toBe('number')
    expect(foundBy([read({ sourceAccountId: '111222333', currency: 'VND' })], [account], {}, none)).toBe(
      'new',
    )
  })

  it('is known by its last four digits only with bank and kind, and when no other has them', () => {
    const account = stored({ last4: '1234', institution: 'Chase' })
    const file = read({ last4: '1234', institution: 'chase' })
    expect(foundBy([file], [account], {}, none)).toBe('last4')
    expect(foundBy([file], [account, stored({ ...account, id: 'other' })], {}, none)).toBe('new')
    expect(foundBy([{ ...file, type: 'credit_card' }], [account], {}, none)).toBe('new')
    expect(foundBy([{ ...file, institution: null }], [account], {}, none)).toBe('new')
  })

  it('is never known by a name when a number says otherwise', () => {
    const numbered = stored({ sourceAccountId: '111', last4: '0111' })
    expect(foundBy([read()], [numbered], { accountName: 'Everyday' }, none)).toBe('new')
    expect(foundBy([read({ sourceAccountId: '999' })], [stored()], { accountName: 'Everyday' }, none)).toBe(
      'new',
    )
    expect(foundBy([read()], [stored()], { accountName: 'Everyday', newAccount: true }, none)).toBe('new')
  })

  it('is never known by a name alone: the namesakes are handed back to be asked about', () => {
    const everyday = stored()
    const resolve = (...parameters: Parameters<typeof resolveAccounts>) => resolveAccounts(...parameters)[0]
    const ids = (resolved: ReturnType<typeof resolve>) => resolved?.namesakes.map((choice) => choice.id)
    const byRequest = resolve([read()], [everyday], { accountName: 'everyday' }, none)
    expect(byRequest).toMatchObject({ stored: null, foundBy: 'new', made: undefined })
    expect(ids(byRequest)).toEqual(['stored'])
    expect(ids(resolve([read({ name: 'Everyday ' })], [everyday], {}, none))).toEqual(['stored'])
    expect(ids(resolve([read({ name: 'Everyday', currency: 'EUR' })], [everyday], {}, none))).toEqual([])
    const numbered = stored({ sourceAccountId: '111', last4: '0111' })
    const other = read({ name: 'Everyday', sourceAccountId: '999', last4: '0999' })
    expect(ids(resolve([other], [numbered], {}, none))).toEqual([])
    const answered = resolve([read({ name: 'Everyday' })], [everyday], { accounts: { a: { new: {} } } }, none)
    expect(answered).toMatchObject({ stored: null, made: {} })
  })

  it('follows one answer for each account of a file of several', () => {
    const [x, y] = [stored({ id: 'x', name: 'X' }), stored({ id: 'y', name: 'Y' })]
    const files = [read({ key: 'a' }), read({ key: 'b' }), read({ key: 'c' })]
    const made = { name: 'Third', type: 'savings' as const }
    const answers = { a: { accountId: 'y' }, b: { accountId: 'x' }, c: { new: made } }
    const found = resolveAccounts(files, [x, y], { accounts: answers }, none)
    expect(found.map((one) => [one.stored?.id, one.foundBy])).toEqual([
      ['y', 'chosen'],
      ['x', 'chosen'],
      [undefined, 'new'],
    ])
    expect(found[2]?.made).toEqual(made)
    const twice = { a: { accountId: 'y' }, b: { accountId: 'y' } }
    expect(() => resolveAccounts(files, [x, y], { accounts: twice }, none)).toThrow('Y')
    const nowhere = { a: { accountId: 'z' } }
    expect(() => resolveAccounts(files, [x, y], { accounts: nowhere }, none)).toThrow('not found')
  })

  it('follows the choice of a person unless the number contradicts it', () => {
    const [a, b] = [stored({ sourceAccountId: '111' }), stored({ id: 'b', name: 'Second' })]
    expect(foundBy([read()], [a, b], { accountId: 'b' }, none)).toBe('chosen')
    const contradicting = () =>
      resolveAccounts([read({ sourceAccountId: '111' })], [a, b], { accountId: 'b' }, none)
    expect(contradicting).toThrow('Everyday')
    const otherCurrency = () => resolveAccounts([read({ currency: 'VND' })], [a, b], { accountId: 'b' }, none)
    expect(otherCurrency).toThrow('VND')
  })

  it('asks before rows of one number go to an account of another, until the person is sure', () => {
    const everyday = stored({ last4: '1234' })
    const other = (file: Partial<ReadAccount>, account: StoredAccount, sure?: boolean) =>
      resolveAccounts([read(file)], [account], { accounts: { a: { accountId: 'stored', sure } } }, none)[0]
        ?.otherNumber
    expect(other({ last4: '9999' }, everyday)).toBe('asked')
    expect(other({ last4: '9999' }, everyday, true)).toBe('sure')
    expect(other({ last4: '1234' }, everyday)).toBeNull()
    expect(other({}, everyday)).toBeNull()
    expect(other({ last4: '9999' }, stored())).toBeNull()
    const numbered = stored({ sourceAccountId: '11112222', last4: '2222' })
    expect(other({ sourceAccountId: '33332222', last4: '2222' }, numbered)).toBe('asked')
  })

  it('gives a stored account to one account of the file only', () => {
    const account = stored({ last4: '1234', institution: 'Chase' })
    const file = read({ last4: '1234', institution: 'Chase' })
    const found = resolveAccounts([file, { ...file, key: 'b' }], [account], {}, none)
    expect(found.map((one) => one.foundBy)).toEqual(['last4', 'new'])
  })
})
