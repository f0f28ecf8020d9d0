import { readFile } from 'node:fs/promises'
import { isAppError } from '#lib/core/errors.ts'
import { parseDecimal } from '#lib/core/money.ts'
import type { Mapping } from './csv/mapping.ts'
import type { MappingRequest } from './csv/questions.ts'
import { fileSource } from './file-source.ts'
import { readStatement } from './read-statement.ts'
import { collapse } from './text.ts'
import type { ReadAccount, ReadBalance, ReadRow, ReadSummary } from './types.ts'

type ExpectedBalance = { amount: string; asOf: string | null } | null
type ExpectedAccount = {
  id: string | null
  name?: string | null
  last4: string | null
  type: string | null
  currency: string | null
  ledgerBalance?: ExpectedBalance
  availableBalance?: ExpectedBalance
}
type ExpectedRow = {
  account?: number
  date: string
  /** The day in the other order, of a file that does not tell. */
  dateAlt?: string
  amount: string
  currency?: string
  name?: string | null
  /** The other side of the payment, where the file has a column for it beside the description. */
  counterparty?: string | null
  memo?: string | null
  category?: string | null
  number?: string | null
  bankRef?: string | null
  splits?: unknown[]
  fitid?: string | null
  ref?: string | null
  checkNumber?: string | null
  runningBalance?: string | null
  pending?: boolean
}
/** An expectation of the sample corpus; fields that are null or missing are not asserted. */
export type Expected = {
  outcome: 'ok' | 'empty' | 'partial' | 'reject'
  accounts: ExpectedAccount[]
  transactions: ExpectedRow[]
  investmentTransactions?: { date: string; amount?: string | null }[]
  dateOrder?: string
  skippedRows?: number
}

export type Verdict = {
  passed: boolean
  /** `mapping`: only after the suggested mapping was confirmed. */
  how: 'read' | 'mapping' | 'refused'
  profile: string | null
  differences: string[]
  notes: string[]
}

type Reading = { summary: ReadSummary; rows: ReadRow[] }

async function read(path: string, defaultCurrency: string, mapping?: Mapping): Promise<Reading> {
  const rows: ReadRow[] = []
  const summary = await readStatement(await fileSource(path), {
    fileName: path,
    defaultCurrency,
    mapping,
    onBatch: (batch) => {
      rows.push(...batch)
    },
  })
  return { summary, rows }
}

/** The answers an expectation gives: its date order, or the one under which its first dates are right. */
function answer(request: MappingRequest, expected: Expected): Mapping {
  const mapping = { ...request.mapping }
  const order = expected.dateOrder
  if (order === 'dmy' || order === 'mdy' || order === 'ymd') mapping.dateOrder = order
  const currency = expected.accounts[0]?.currency
  if (currency && mapping.columns.currency === undefined) mapping.currency = currency
  return mapping
}

const typeNames: Record<string, string[]> = {
  credit: ['credit_card'],
  paypal: ['checking', 'cash', 'other'],
  venmo: ['checking', 'cash', 'other'],
  asset: ['other'],
  liability: ['loan'],
}

type Differences = { list: string[]; same(what: string, got: unknown, want: unknown): void }

function noDifferences(): Differences {
  const list: string[] = []
  return {
    list,
    same(what, got, want) {
      if (want === null || want === undefined || got === want) return
      list.push(`${what}: expected ${String(want)}, got ${String(got)}`)
    },
  }
}

function compareBalance(
  found: Differences,
  what: string,
  got: ReadBalance | null,
  want: ExpectedBalance | undefined,
  currency: string,
) {
  if (!want) return
  found.same(what, got?.minor, parseDecimal(want.amount, currency)?.minor)
  found.same(`${what} day`, got?.asOf, want.asOf)
}

function compareAccounts(
  found: Differences,
  got: readonly ReadAccount[],
  expected: Expected,
  typed: boolean,
): (ReadAccount | undefined)[] {
  found.same('number of accounts', got.length, expected.accounts.length + foreignPockets(expected).size)
  return expected.accounts.map((want, index) => {
    const account =
      got.find((one) => want.id !== null && one.sourceAccountId === want.id) ??
      got.find((one) => want.name && one.name === want.name) ??
      (expected.accounts.length > 1 && want.currency !== null
        ? got.find((one) => one.currency === want.currency)
        : got[index])
    if (!account) return undefined
    found.same(`account ${index} id`, account.sourceAccountId, want.id)
    found.same(`account ${index} last4`, account.last4, want.last4)
    found.same(`account ${index} currency`, account.currency, want.currency)
    const types = want.type === null ? null : (typeNames[want.type] ?? [want.type])
    if (typed && types && !types.includes(account.type))
      found.same(`account ${index} type`, account.type, types[0])
    compareBalance(found, `account ${index} ledger`, account.ledger, want.ledgerBalance, account.currency)
    compareBalance(
      found,
      `account ${index} available`,
      account.available,
      want.availableBalance,
      account.currency,
    )
    return account
  })
}

/** Rows in another currency than their account's belong to an account of their own, which the expectation does not list. */
function foreignPockets(expected: Expected): Set<string> {
  const pockets = new Set<string>()
  for (const { account = 0, currency } of expected.transactions) {
    const own = expected.accounts[account]?.currency
    if (own && currency && currency !== own) pockets.add(`${account}/${currency}`)
  }
  return pockets
}

/** The account of a row: the listed one, or its pocket in the currency of the row. */
function accountOfRow(
  got: readonly ReadAccount[],
  listed: ReadAccount | undefined,
  want: ExpectedRow,
): ReadAccount | undefined {
  if (!listed || !want.currency || want.currency === listed.currency) return listed
  return got.find((one) => one.sourceAccountId === listed.sourceAccountId && one.currency === want.currency)
}

const text = (value: string | null | undefined): string | null =>
  value === null || value === undefined || collapse(value) === '' ? null : collapse(value)

/** Showing the counterparty as the payee is right too, as long as the description is kept in the raw text. */
const namesCounterparty = (got: ReadRow, want: ExpectedRow): boolean =>
  Boolean(want.counterparty && want.name) &&
  text(got.payee) === text(want.counterparty) &&
  collapse(got.rawDescription).includes(collapse(want.name ?? ''))

function compareRow(
  found: Differences,
  at: string,
  got: ReadRow,
  want: ExpectedRow,
  account: ReadAccount | undefined,
) {
  const currency = account?.currency ?? want.currency ?? 'USD'
  found.same(`${at} date`, got.date, want.date)
  found.same(`${at} amount`, got.minor, parseDecimal(want.amount, currency)?.minor)
  found.same(`${at} account`, got.account, account?.key)
  if (!namesCounterparty(got, want)) found.same(`${at} name`, text(got.payee), text(want.name))
  found.same(`${at} id`, got.externalId, want.fitid)
  found.same(`${at} check number`, got.checkNumber, want.checkNumber)
  if (want.ref && got.externalId !== want.ref && got.reference !== want.ref)
    found.same(`${at} ref`, got.externalId ?? got.reference, want.ref)
  if (want.runningBalance)
    found.same(`${at} balance`, got.runningBalance, parseDecimal(want.runningBalance, currency)?.minor)
  if (want.pending) found.same(`${at} status`, got.status, 'pending')
}

const squeezed = (value: string | null | undefined): string => (value ?? '').replace(/\s+/g, '')

/** The texts of a QIF and an MT940: nothing the file says may be lost, wherever the reader puts it. */
function compareTexts(found: Differences, at: string, got: ReadRow, want: ExpectedRow, format: string) {
  const kept = squeezed(`${got.rawDescription} ${got.memo ?? ''}`)
  if (want.memo && !kept.includes(squeezed(want.memo)))
    found.same(`${at} memo`, got.memo ?? got.rawDescription, want.memo)
  // NONREF is the format's word for no reference, so it is no id.
  const bankRef = want.bankRef === 'NONREF' ? null : want.bankRef
  if (format === 'mt940') return found.same(`${at} bank reference`, got.externalId, bankRef)
  found.same(`${at} number`, got.checkNumber ?? got.reference, want.number)
  if (!want.splits) found.same(`${at} category`, got.providerCategory, want.category)
}

/** The corpus lists the cash of an investment account among its movements of securities: such rows are checked there. */
function withoutInvestments(reading: Reading, expected: Expected): ReadRow[] {
  const listed = [...(expected.investmentTransactions ?? [])]
  const investment = new Map(reading.summary.accounts.map((one) => [one.key, one]))
  return reading.rows.filter((row) => {
    const account = investment.get(row.account)
    if (account?.type !== 'investment') return true
    const at = listed.findIndex((one) => {
      const minor = one.amount ? parseDecimal(one.amount, account.currency)?.minor : undefined
      return one.date === row.date && (minor === row.minor || minor === -row.minor)
    })
    if (at !== -1) listed.splice(at, 1)
    return at === -1
  })
}

function compare(reading: Reading, expected: Expected): { differences: string[]; notes: string[] } {
  const found = noDifferences()
  const { summary } = reading
  const rows = withoutInvestments(reading, expected)
  const typed = (summary.format !== 'csv' && summary.format !== 'xlsx') || summary.profile !== null
  const accounts = compareAccounts(found, summary.accounts, expected, typed)
  found.same('number of rows', rows.length, expected.transactions.length)
  expected.transactions.forEach((want, index) => {
    const got = rows[index]
    const account = accountOfRow(summary.accounts, accounts[want.account ?? 0], want)
    if (got) compareRow(found, `row ${index + 1}`, got, want, account)
    if (got && (summary.format === 'qif' || summary.format === 'mt940'))
      compareTexts(found, `row ${index + 1}`, got, want, summary.format)
  })
  if (expected.outcome === 'reject') found.list.push('expected a refusal')
  if (expected.outcome === 'partial') found.same('skipped rows', summary.skipped, expected.skippedRows)
  const rounded = summary.problems.filter((problem) => problem.code === 'rounded').length
  return {
    differences: found.list,
    notes: rounded > 0 ? [`${rounded} amounts rounded to the minor unit, with a warning`] : [],
  }
}

/** A defect of ours: it fails its own file and lets the run go on. */
const crashed = (error: unknown): Verdict => ({
  passed: false,
  how: 'refused',
  profile: null,
  differences: [`crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
  notes: [],
})

/** A file that does not tell the order of its days must be readable in the other one too. */
async function otherOrder(path: string, currency: string, mapping: Mapping, expected: Expected) {
  const dateOrder = mapping.dateOrder === 'mdy' ? 'dmy' : 'mdy'
  const reading = await read(path, currency, { ...mapping, dateOrder })
  const transactions = expected.transactions.map((row) => ({ ...row, date: row.dateAlt ?? row.date }))
  return compare(reading, { ...expected, transactions }).differences.map((line) => `${dateOrder}: ${line}`)
}

/** Reads a sample and compares it with its expectation; a CSV that asks is read again with the suggested mapping. */
export async function checkSample(path: string): Promise<Verdict> {
  const expected = JSON.parse(await readFile(`${path}.expected.json`, 'utf8')) as Expected
  const currency = expected.accounts[0]?.currency ?? 'USD'
  try {
    const reading = await read(path, currency)
    const { differences, notes } = compare(reading, expected)
    const known = reading.summary.profile !== null
    if (expected.dateOrder === 'ambiguous' && !known) differences.push('the order of the days was guessed')
    return {
      passed: differences.length === 0,
      how: 'read',
      profile: reading.summary.profile,
      differences,
      notes,
    }
  } catch (error) {
    if (!isAppError(error)) return crashed(error)
    if (error.code !== 'needs_mapping') {
      const passed = expected.outcome === 'reject'
      return { passed, how: 'refused', profile: null, differences: passed ? [] : [error.message], notes: [] }
    }
    const request = error.details.extra as MappingRequest
    const asked = request.questions.map((question) => `${question.id} ${question.reason}`)
    try {
      const mapping = answer(request, expected)
      const reading = await read(path, currency, mapping)
      const { differences, notes } = compare(reading, expected)
      if (expected.dateOrder === 'ambiguous')
        differences.push(...(await otherOrder(path, currency, mapping, expected)))
      return {
        passed: differences.length === 0,
        how: 'mapping',
        profile: null,
        differences,
        notes: [...notes, `asked: ${asked.join(', ')}`],
      }
    } catch (second) {
      if (!isAppError(second)) return crashed(second)
      return { passed: false, how: 'mapping', profile: null, differences: [second.message], notes: asked }
    }
  }
}
