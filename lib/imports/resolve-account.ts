import { AppError } from '#lib/core/errors.ts'
import type { ReadAccount } from './read/types.ts'
import type { AccountChoice, AccountFoundBy } from './types.ts'

/** What is needed of a stored account to tell whether a file is about it. */
export type StoredAccount = {
  id: string
  name: string
  institution: string | null
  type: ReadAccount['type']
  currency: string
  last4: string | null
  bankId: string | null
  sourceAccountId: string | null
}

export type AccountRequest = {
  /** The stored account the file is about, when the file does not say. */
  accountId?: string
  /** The name of the account if one has to be made. */
  accountName?: string
  /** A new account even if a stored one has this name. */
  newAccount?: boolean
}

export type Resolved = {
  stored: StoredAccount | null
  foundBy: AccountFoundBy
  choices: AccountChoice[]
}

const same = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase()

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || same(a, b)

const only = <T>(items: readonly T[]): T | null => (items.length === 1 ? (items[0] ?? null) : null)

function byNumber(read: ReadAccount, stored: readonly StoredAccount[]): StoredAccount | null {
  if (read.sourceAccountId === null) return null
  return (
    stored.find(
      (account) =>
        account.sourceAccountId === read.sourceAccountId &&
        account.currency === read.currency &&
        agree(account.bankId, read.bankId),
    ) ?? null
  )
}

const masked = (number: string | null): boolean => number !== null && /[^0-9A-Za-z\s-]|x{2,}/i.test(number)

/** Two full numbers that differ are two accounts, whatever their last four digits are. */
const numbersDiffer = (read: ReadAccount, account: StoredAccount): boolean =>
  read.sourceAccountId !== null &&
  account.sourceAccountId !== null &&
  read.sourceAccountId !== account.sourceAccountId &&
  !masked(read.sourceAccountId) &&
  !masked(account.sourceAccountId)

function byLast4(read: ReadAccount, stored: readonly StoredAccount[]): StoredAccount | null {
  if (read.last4 === null) return null
  return only(
    stored.filter(
      (account) =>
        same(account.last4, read.last4) &&
        same(account.institution, read.institution) &&
        account.type === read.type &&
        account.currency === read.currency &&
        !numbersDiffer(read, account),
    ),
  )
}

/** A caller's own words for an account that no number can tell apart: never the name alone. */
function byStatedName(
  read: ReadAccount,
  name: string | undefined,
  stored: readonly StoredAccount[],
): StoredAccount | null {
  if (!name || read.sourceAccountId !== null || read.last4 !== null) return null
  return only(
    stored.filter(
      (account) =>
        same(account.name, name) &&
        account.type === read.type &&
        account.currency === read.currency &&
        agree(account.institution, read.institution) &&
        account.sourceAccountId === null &&
        account.last4 === null,
    ),
  )
}

export const choiceOf = ({ id, name, currency, last4 }: StoredAccount): AccountChoice => ({
  id,
  name,
  currency,
  last4,
})

/** Stored accounts of the same currency that the file could be about, the likelier first. */
function choicesFor(read: ReadAccount, stored: readonly StoredAccount[]): AccountChoice[] {
  const likeness = (account: StoredAccount): number =>
    Number(same(account.last4, read.last4)) * 4 +
    Number(same(account.institution, read.institution)) * 2 +
    Number(account.type === read.type)
  return stored
    .filter((account) => account.currency === read.currency)
    .toSorted((a, b) => likeness(b) - likeness(a) || a.name.localeCompare(b.name))
    .map(choiceOf)
}

const otherAccount = (read: ReadAccount, account: StoredAccount): AppError =>
  new AppError(
    'conflict',
    `The file is about the account ${read.last4 ? `ending in ${read.last4}` : 'with another number'}, which is “${account.name}” here.`,
    { messageKey: 'imports.errors.otherAccount', values: { name: account.name } },
  )

const otherCurrency = (read: ReadAccount, account: StoredAccount): AppError =>
  new AppError(
    'invalid',
    `The file is in ${read.currency}, but the account “${account.name}” is kept in ${account.currency}.`,
    {
      messageKey: 'imports.errors.otherCurrency',
      values: { name: account.name, file: read.currency, account: account.currency },
    },
  )

/**
 * Finds the stored account of each account of a file: by its number, by last four digits with institution and type, as the
 * caller chose, or by rows that are stored already (`overlaps`: account id by key). Never by a name alone. Throws `conflict`
 * or `invalid` when the choice contradicts the file.
 */
export function resolveAccounts(
  reads: readonly ReadAccount[],
  stored: readonly StoredAccount[],
  request: AccountRequest,
  overlaps: ReadonlyMap<string, string>,
): Resolved[] {
  const free = new Set(stored)
  const chosen = stored.find((account) => account.id === request.accountId) ?? null
  const found = new Map<string, Pick<Resolved, 'stored' | 'foundBy'>>()
  const settle = (foundBy: AccountFoundBy, find: (read: ReadAccount) => StoredAccount | null) => {
    for (const read of reads) {
      const account = found.has(read.key) ? null : find(read)
      if (!account || !free.delete(account)) continue
      found.set(read.key, { stored: account, foundBy })
    }
  }
  settle('number', (read) => byNumber(read, [...free]))
  const [single] = reads
  if (chosen && single && reads.length === 1) {
    const numbered = found.get(single.key)?.stored
    if (numbered && numbered !== chosen) throw otherAccount(single, numbered)
    if (single.currency !== chosen.currency) throw otherCurrency(single, chosen)
  }
  if (!request.newAccount || reads.length > 1)
    settle('last4', (read) => byLast4(read, chosen ? [] : [...free]))
  if (chosen)
    settle('chosen', (read) => (read.currency === chosen.currency && free.has(chosen) ? chosen : null))
  if (!request.newAccount) {
    settle('overlap', (read) => [...free].find((account) => account.id === overlaps.get(read.key)) ?? null)
    settle('name', (read) => byStatedName(read, request.accountName, [...free]))
  }
  return reads.map((read) => ({
    ...(found.get(read.key) ?? { stored: null, foundBy: 'new' as const }),
    choices: choicesFor(read, stored),
  }))
}
