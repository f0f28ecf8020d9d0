import { isCurrencyCode } from '#lib/core/currency.ts'
import { toDecimal } from '#lib/core/money.ts'
import { joined } from '../period.ts'
import { firstRawRows } from '../raw-rows.ts'
import { mostAccounts, refuse, tooManyAccounts } from '../refusal.ts'
import type { Sink, TextReader } from '../sink.ts'
import { lastFour } from '../text.ts'
import type { ReadAccount, ReadBalance } from '../types.ts'
import {
  bookedDay,
  type Detail,
  directionOf,
  type Entry,
  type Leaves,
  mostDetails,
  newEntry,
  note,
  statusOf,
  textsOf,
  writtenPieces,
} from './entry.ts'
import {
  accountFacts,
  amountOf,
  balanceOf,
  currencyOf,
  newStatement,
  openingOf,
  ownerOf,
  type Statement,
  spanOf,
  writtenBalance,
} from './statement.ts'
import { countDiffers, tallyEntry } from './tally.ts'
import { xmlReader } from './xml.ts'

const statementTags = new Set(['Stmt', 'Rpt', 'Ntfctn'])
const messageTag = /^BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)/

const foreignPaths = new Set(['Amt', 'AmtDtls/InstdAmt/Amt', 'AmtDtls/TxAmt/Amt'])

type Values = Record<string, string | number>

/**
 * Reads CAMT.052, 053 and 054 of every version. An entry is a row, a batch too: its amount is what the account moved by,
 * the same in all three messages, whether or not the bank lists the details.
 */
export function camtReader(sink: Sink, defaultCurrency: string): TextReader {
  const accounts = new Map<string, ReadAccount>()
  const raw = firstRawRows()
  const path: string[] = []
  let statement: Statement | null = null
  let entry: Entry | null = null
  let detail: Detail | null = null
  let balance: Leaves | null = null
  let balanceCurrency = ''
  /** Depth of the element that leaves are collected below. */
  let base = 0
  let statementDepth = 0
  let sawMessage = false
  let institution: string | null = null

  const warn = (line: number, code: string, message: string, values?: Values) =>
    sink.problem({ line, severity: 'warning', code, message, values })
  const skip = (line: number, code: string, message: string, values?: Values) =>
    sink.problem({ line, severity: 'skipped', code, message, values })

  const accountOf = (of: Statement, currency: string): ReadAccount => {
    const facts = accountFacts(of)
    const key = `${facts.bankId ?? ''}/${facts.id ?? ''}/${currency}`
    const known = accounts.get(key)
    if (known) return known
    if (accounts.size >= mostAccounts) throw tooManyAccounts()
    if (facts.id === null) warn(of.line, 'account_unnamed', 'The file does not say which account this is.')
    const account: ReadAccount = {
      key,
      sourceAccountId: facts.id,
      bankId: facts.bankId,
      last4: lastFour(facts.id),
      name: facts.name,
      institution: facts.institution,
      type: facts.type,
      currency,
      ledger: null,
      available: null,
    }
    institution ??= facts.institution
    accounts.set(key, account)
    sink.account(account)
    return account
  }

  /** The statement's own account; its currency is settled by the first entry when nothing above it says. */
  const ownAccount = (of: Statement, entryCurrency: string | null): ReadAccount => {
    of.currency ??= currencyOf(of) ?? entryCurrency
    if (of.currency === null) {
      of.currency = defaultCurrency
      warn(of.line, 'currency_unnamed', `The file names no currency; ${defaultCurrency} was taken.`, {
        currency: defaultCurrency,
      })
    }
    return accountOf(of, of.currency)
  }

  const finishEntry = (of: Statement, done: Entry) => {
    const before = of.rows
    readEntry(of, done)
    if (of.rows === before) {
      of.sum = null
      of.tally = null
    }
  }

  const readEntry = (of: Statement, done: Entry) => {
    const { line, amount } = done
    const { day, written } = bookedDay(done)
    if (!day)
      return written
        ? skip(line, 'bad_date', `The date '${written.slice(0, 40)}' does not exist.`, {
            date: written.slice(0, 40),
          })
        : skip(line, 'no_date', 'The entry has no date.')
    if (!amount) return skip(line, 'no_amount', 'The entry has no amount.')
    const code = amount.currency.toUpperCase()
    const own = ownAccount(of, isCurrencyCode(code) ? code : null)
    const account = isCurrencyCode(code) && code !== own.currency ? accountOf(of, code) : own
    const value = amountOf(amount.text, account.currency)
    if (!value)
      return skip(line, 'bad_amount', `'${amount.text.slice(0, 40)}' is not an amount.`, {
        amount: amount.text.slice(0, 40),
      })
    const direction = directionOf(done) ?? (value.minor < 0n ? -1 : null)
    if (direction === null)
      return skip(line, 'no_direction', 'The entry does not say whether money came in or went out.')
    if (value.rounded)
      warn(line, 'rounded', `The amount ${amount.text} was rounded to the decimals of ${account.currency}.`, {
        amount: amount.text,
        currency: account.currency,
      })
    const minor = direction === -1 && value.minor > 0n ? -value.minor : value.minor
    of.rows++
    if (account !== own || value.rounded) of.sum = null
    else if (of.sum !== null && statusOf(done) === 'posted') of.sum += minor
    tallyEntry(of, account === own && !value.rounded ? minor : null, statusOf(done) === 'posted')
    raw.note(account.key, line, () => writtenPieces(done))
    sink.row({
      account: account.key,
      line,
      date: day,
      minor,
      ...textsOf(done, direction, account.currency, ownerOf(of, account.sourceAccountId)),
      status: statusOf(done),
      providerCategory: null,
      runningBalance: null,
    })
  }

  const finishStatement = (of: Statement) => {
    const account = ownAccount(of, null)
    const newer = (next: ReadBalance | undefined, old: ReadBalance | null) =>
      !next || (old?.asOf && (!next.asOf || next.asOf < old.asOf)) ? old : next
    for (const kind of ['ledger', 'available'] as const) {
      const found = balanceOf(of.balances, kind, account.currency)
      if (found && found.written.currency !== account.currency)
        warn(
          of.line,
          'balance_currency',
          `A balance is marked as ${found.written.currency} in a ${account.currency} account.`,
          { currency: found.written.currency, account: account.currency },
        )
      account[kind] = newer(found?.balance, account[kind])
    }
    const span = spanOf(of)
    if (span) account.period = joined(account.period, span)
    const opening = openingOf(of, account.currency)
    if (opening && (!account.opening || (opening.asOf ?? '') < (account.opening.asOf ?? '')))
      account.opening = opening
    checkSum(of, account, opening)
    const differs = countDiffers(of, account.currency)
    if (differs) sink.problem(differs)
  }

  /** Opening balance and entries must come to the closing balance; both must be booked ones of the account's currency. */
  const checkSum = (of: Statement, { currency }: ReadAccount, opening: ReadBalance | null) => {
    const closing = balanceOf(of.balances, 'ledger', currency)
    if (!opening || !closing || of.sum === null || closing.written.code !== 'CLBD') return
    if (closing.written.currency !== currency || opening.minor + of.sum === closing.balance.minor) return
    const values = {
      expected: toDecimal({ minor: opening.minor + of.sum, currency }),
      found: toDecimal({ minor: closing.balance.minor, currency }),
    }
    warn(
      of.line,
      'balance_differs',
      `Opening balance and entries give ${values.expected}, but the closing balance is ${values.found}.`,
      values,
    )
  }

  const below = (name: string): string => [...path.slice(base), name].join('/')

  const xml = xmlReader({
    open(name, line) {
      if (messageTag.test(name)) sawMessage = true
      if (!statement) {
        if (statementTags.has(name) && messageTag.test(path.at(-1) ?? '')) {
          statement = newStatement(line)
          statementDepth = path.length
        }
      } else if (path.length === statementDepth + 1) {
        if (name === 'Ntry') entry = newEntry(line)
        else if (name === 'Bal') {
          balance = new Map()
          balanceCurrency = ''
        }
        base = path.length + 1
      } else if (entry && name === 'TxDtls' && !detail) {
        entry.detailCount++
        detail = { leaves: new Map(), foreign: [] }
        base = path.length + 1
      }
      path.push(name)
    },
    leaf(name, text, attributes) {
      path.pop()
      if (!statement) return
      const at = below(name)
      const currency = (attributes.get('Ccy') ?? '').slice(0, 3).toUpperCase()
      if (detail) {
        note(detail.leaves, at, text)
        if (currency !== '' && foreignPaths.has(at) && detail.foreign.length < 4)
          detail.foreign.push({ text: text.slice(0, 40), currency })
      } else if (entry) {
        note(entry.leaves, at, text)
        if (at === 'Amt' && text !== '') entry.amount ??= { text, currency }
      } else if (balance) {
        note(balance, at, text)
        if (at === 'Amt') balanceCurrency = currency
      } else if (path[statementDepth + 1] === 'Acct') note(statement.account, at, text)
      else if (path[statementDepth + 1] === 'TxsSummry') note(statement.counted, at, text)
      else if (path[statementDepth + 1] === 'FrToDt') note(statement.span, at, text)
      leave(statement)
    },
    close() {
      path.pop()
      if (statement) leave(statement)
    },
  })

  /** Finishes what ends with the element that was left last. */
  const leave = (of: Statement) => {
    if (detail && path.length < base) {
      if (entry && entry.details.length < mostDetails) entry.details.push(detail)
      detail = null
      base = statementDepth + 2
    } else if (path.length === statementDepth + 1) {
      if (entry) finishEntry(of, entry)
      const written = balance && writtenBalance(balance, balanceCurrency)
      if (written && of.balances.length < 1000) of.balances.push(written)
      entry = null
      balance = null
    } else if (path.length === statementDepth) {
      finishStatement(of)
      statement = null
    }
  }

  return {
    push: (text) => xml.push(text),
    end() {
      xml.end()
      if (!sawMessage)
        throw refuse(
          'noCamt',
          'The file names CAMT but holds no account report, statement or notification. Download the account statement (camt.052, 053 or 054).',
        )
      if (accounts.size === 0) warn(1, 'no_account', 'The file holds no account statement.')
      return { profile: null, institution, mapping: null, rawRows: raw.rows }
    },
  }
}
