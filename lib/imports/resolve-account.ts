import { AppError, notFound } from '#lib/core/errors.ts'
import type { AccountType, ReadAccount } from './read/types.ts'
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
  balanceMinor: bigint | null
}

/** What a person said about one account of a file: which stored one it is, or that it is a new one. */
export type AccountAnswer = {
  accountId?: string
  /** The person knows that the file names another number. */
  sure?: boolean
  new?: { name?: string; type?: AccountType }
}

export type AccountRequest = {
  /** The stored account the file is about, when the file does not say. */
  accountId?: string
  /** The name of the account if one has to be made. */
  accountName?: string
  /** A new account even if a stored one has this name. */
  newAccount?: boolean
  /** Answers by the file's own key of an account; they win over everything above. */
  accounts?: Record<string, AccountAnswer>
}

export type Resolved = {
  stored: StoredAccount | null
  foundBy: AccountFoundBy
  choices: AccountChoice[]
  /** Stored accounts that share nothing but the name: whether it is one of them is asked, never assumed. */
  namesakes: AccountChoice[]
  /** A person chose an account whose number is not the file's: whether that is meant is asked. */
  otherNumber: 'asked' | 'sure' | null
  /** What a person said about the account that is to be made. */
  made: AccountAnswer['new']
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

/** Whether the numbers of a file and an account speak of two accounts, as far as both tell them. */
const numbersContradict = (read: ReadAccount, account: StoredAccount): boolean =>
  numbersDiffer(read, account) || !agree(read.last4, account.last4)

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

/** Stored accounts with the name of the file's account, or the one that was asked for, which no number tells apart. */
function namesakesOf(
  read: ReadAccount,
  name: string | undefined,
  stored: readonly StoredAccount[],
): StoredAccount[] {
  return stored.filter(
    (account) =>
      account.currency === read.currency &&
      (same(account.name, name ?? null) || same(account.name, read.name)) &&
      !numbersDiffer(read, account) &&
      agree(account.last4, read.last4),
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
    `The file is about the account ${read.last4 ? `ending in ${read.last4}` : 'with another number'}, which is “${account.name}” here. Choose that one, or leave the account out.`,
    { messageKey: 'imports.errors.otherAccount', values: { name: account.name } },
  )

const otherCurrency = (read: ReadAccount, account: StoredAccount): AppError =>
  new AppError(
    'invalid',
    `The file is in ${read.currency}, but the account “${account.name}” is kept in ${account.currency}. Choose an account in ${read.currency}.`,
    {
      messageKey: 'imports.errors.otherCurrency',
      values: { name: account.name, file: read.currency, account: account.currency },
    },
  )

const chosenTwice = (account: StoredAccount): AppError =>
  new AppError(
    'invalid',
    `Two accounts of the file cannot both be “${account.name}”. Choose another for one.`,
    {
      messageKey: 'imports.errors.chosenTwice',
      values: { name: account.name },
    },
  )

/** The question a caller left open: a namesake is never taken for the same account. */
export const namesakeAsked = (name: string, choices: readonly AccountChoice[]): AppError =>
  new AppError(
    'conflict',
    `There is an account called “${name}” already. Name it by its id if the file is about it, or give the new account another name.`,
    { messageKey: 'imports.errors.namesake', values: { name }, extra: { choices: [...choices] } },
  )

/** The same for an account that was chosen although its number is another. */
export const otherNumberAsked = (read: ReadAccount, account: StoredAccount): AppError =>
  new AppError('conflict', otherNumberText(read.last4, account.name), {
    messageKey: 'imports.errors.otherNumber',
    values: { name: account.name, last4: read.last4 ?? '' },
  })

export const otherNumberText = (last4: string | null, name: string): string =>
  `The file names an account with another number (··${last4 ?? ''}) than “${name}”.`

type Answered = { read: ReadAccount; answer: AccountAnswer }

/** The answers of a request by key; the plain `accountId` of an API call is the answer about a file of one account. */
function answersOf(reads: readonly ReadAccount[], request: AccountRequest): Map<string, AccountAnswer> {
  const answers = new Map(Object.entries(request.accounts ?? {}))
  const [single] = reads
  if (single && reads.length === 1 && !answers.has(single.key)) {
    if (request.accountId) answers.set(single.key, { accountId: request.accountId })
    else if (request.newAccount) answers.set(single.key, { new: {} })
  }
  return answers
}

function chosenBy({ read, answer }: Answered, stored: readonly StoredAccount[]): StoredAccount | null {
  if (answer.accountId === undefined) return null
  const chosen = stored.find((account) => account.id === answer.accountId)
  if (!chosen) throw notFound('The account')
  const numbered = byNumber(read, stored)
  if (numbered && numbered !== chosen) throw otherAccount(read, numbered)
  if (read.currency !== chosen.currency) throw otherCurrency(read, chosen)
  return chosen
}

/**
 * Finds the stored account of each account of a file: by its number, as a person chose, by last four digits with institution
 * and type, or by rows that are stored already (`overlaps`: account id by key). Never by a name: accounts that share only
 * that are its `namesakes`. Throws `conflict` or `invalid` when a choice contradicts the file.
 */
export function resolveAccounts(
  reads: readonly ReadAccount[],
  stored: readonly StoredAccount[],
  request: AccountRequest,
  overlaps: ReadonlyMap<string, string>,
): Resolved[] {
  const free = new Set(stored)
  const answers = answersOf(reads, request)
  const found = new Map<string, Pick<Resolved, 'stored' | 'foundBy'>>()
  const settle = (foundBy: AccountFoundBy, find: (read: ReadAccount) => StoredAccount | null) => {
    for (const read of reads) {
      const account = found.has(read.key) ? null : find(read)
      if (!account || !free.delete(account)) continue
      found.set(read.key, { stored: account, foundBy })
    }
  }
  const unanswered = (read: ReadAccount): boolean => !answers.has(read.key)
  settle('number', (read) => byNumber(read, [...free]))
  for (const read of reads) {
    const chosen = chosenBy({ read, answer: answers.get(read.key) ?? {} }, stored)
    if (!chosen || found.get(read.key)?.stored === chosen) continue
    if (!free.delete(chosen)) throw chosenTwice(chosen)
    found.set(read.key, { stored: chosen, foundBy: 'chosen' })
  }
  settle('last4', (read) => (unanswered(read) ? byLast4(read, [...free]) : null))
  const chosen = stored.find((account) => account.id === request.accountId)
  if (chosen && reads.length > 1)
    settle('chosen', (read) => (read.currency === chosen.currency && unanswered(read) ? chosen : null))
  settle('overlap', (read) =>
    unanswered(read) ? ([...free].find((account) => account.id === overlaps.get(read.key)) ?? null) : null,
  )
  return reads.map((read) => {
    const settled = found.get(read.key) ?? { stored: null, foundBy: 'new' as const }
    const open = settled.stored === null || settled.foundBy === 'chosen'
    const other = settled.stored && settled.foundBy === 'chosen' && numbersContradict(read, settled.stored)
    return {
      ...settled,
      choices: choicesFor(read, stored),
      namesakes: open ? namesakesOf(read, request.accountName, stored).map(choiceOf) : [],
      otherNumber: other ? (answers.get(read.key)?.sure ? 'sure' : 'asked') : null,
      made: settled.stored ? undefined : answers.get(read.key)?.new,
    }
  })
}
