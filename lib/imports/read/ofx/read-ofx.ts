import { type CalendarDate, dateFromParts } from '#lib/core/calendar.ts'
import { exponentOf, isCurrencyCode } from '#lib/core/currency.ts'
import { markOf, readAmount } from '../amount.ts'
import { readDay } from '../day.ts'
import { joined } from '../period.ts'
import { mostAccounts, refuse, tooManyAccounts } from '../refusal.ts'
import type { Sink, TextReader } from '../sink.ts'
import { collapse, lastFour } from '../text.ts'
import type { ReadAccount, ReadBalance } from '../types.ts'
import {
  aggregates,
  leavesInside,
  newStatement,
  ownLeaves,
  rowTags,
  type Statement,
  securityTags,
  statementParts,
  statementTags,
  typeOf,
} from './statement.ts'
import { ofxTokenizer } from './tokens.ts'

/** The first eight digits: the day as the bank books it, never moved by the zone behind it. */
function ofxDay(text: string | undefined): CalendarDate | null {
  if (!text) return null
  const digits = /^(\d{4})(\d{2})(\d{2})/.exec(text)
  return digits
    ? dateFromParts(Number(digits[1]), Number(digits[2]), Number(digits[3]))
    : /^\d{4}[-/]/.test(text)
      ? readDay(text, 'ymd')
      : null
}

function balanceOf(leaves: Map<string, string>, currency: string): ReadBalance | null {
  const text = leaves.get('BALAMT')
  const amount = text ? readAmount(text, markOf(text), exponentOf(currency)) : null
  return amount && { minor: amount.minor, asOf: ofxDay(leaves.get('DTASOF')) }
}

/** The message sets that hold accounts; a file of others (a profile, an account list) is no statement. */
const moneySets = /^(?:BANK|CREDITCARD|INVSTMT|LOAN)MSGSRSV\d|STMTRS$/

const cutOff = () =>
  refuse(
    'cutOff',
    'The OFX file ends in the middle: it was not downloaded completely. Download it from the bank again.',
  )

/** More leaves than any record has; a file that goes on inventing tags must not fill the memory. */
const mostLeaves = 200

function keep(leaves: Map<string, string>, name: string, text: string): void {
  if (leaves.size < mostLeaves || leaves.has(name)) leaves.set(name, text)
}

/** Reads OFX and QFX, 1.x (SGML) and 2.x (XML), as banks really write them. */
export function ofxReader(sink: Sink, defaultCurrency: string): TextReader {
  const accounts = new Map<string, ReadAccount>()
  const statements: Statement[] = []
  const stack: string[] = []
  let row: Map<string, string> | null = null
  let rowLine = 0
  let institution: string | null = null
  let sawOfx = false
  let closed = false
  /** Whether the file closes anything at all: some banks close nothing. */
  let closes = false
  let sawMoney = false
  let signedOn = false
  let securities = 0
  let failure: string | null = null
  let status = new Map<string, string>()
  /** Tags without text that stand open in a row, with the number of its leaves before them. */
  let foreign: { name: string; before: number }[] = []

  const accountOf = (statement: Statement): ReadAccount => {
    const id = statement.account.get('ACCTID') || statement.account.get('LOANACCTID') || null
    const bankId = statement.account.get('BANKID') || statement.account.get('BROKERID') || null
    const type = typeOf(statement)
    const currency = statement.currency.toUpperCase()
    const named = isCurrencyCode(currency)
    const plain = `${type}/${bankId ?? ''}/${statement.account.get('BRANCHID') ?? ''}/${id ?? ''}`
    // An account kept in several currencies is one account for each.
    const other = named && (accounts.get(plain)?.currency ?? currency) !== currency
    const key = statement.key ?? (other ? `${plain}/${currency}` : plain)
    statement.key = key
    const known = accounts.get(key)
    if (known) return known
    if (accounts.size >= mostAccounts) throw tooManyAccounts()
    if (!id) warn(statement.line, 'account_unnamed', 'The file does not say which account this is.')
    if (!named)
      warn(statement.line, 'currency_unnamed', `The file names no currency; ${defaultCurrency} was taken.`, {
        currency: defaultCurrency,
      })
    const account: ReadAccount = {
      key,
      sourceAccountId: id,
      bankId,
      last4: lastFour(id),
      name: statement.account.get('ACCTNAME') ?? null,
      institution,
      type,
      currency: named ? currency : defaultCurrency,
      ledger: null,
      available: null,
    }
    accounts.set(key, account)
    sink.account(account)
    return account
  }

  const warn = (line: number, code: string, message: string, values?: Record<string, string | number>) =>
    sink.problem({ line, severity: 'warning', code, message, values })
  const skip = (line: number, code: string, message: string, values?: Record<string, string | number>) =>
    sink.problem({ line, severity: 'skipped', code, message, values })

  const finishRow = (leaves: Map<string, string>, pending: boolean) => {
    const statement = statements.at(-1)
    if (!statement) return skip(rowLine, 'row_outside', 'A transaction stands outside of any account.')
    const symbol = leaves.get('CURRENCY.CURSYM')?.toUpperCase()
    if (statement.currency === '' && symbol) statement.currency = symbol
    const account = accountOf(statement)
    const posted = leaves.get('DTPOSTED') ?? leaves.get('DTTRAN')
    const date = ofxDay(posted)
    if (!date)
      return posted
        ? skip(rowLine, 'bad_date', `The date '${posted}' does not exist.`, { date: posted })
        : skip(rowLine, 'no_date', 'The transaction has no date.')
    const written = leaves.get('TRNAMT') ?? leaves.get('LOANTRNAMT')
    const amount = written ? readAmount(written, markOf(written), exponentOf(account.currency)) : null
    if (!amount)
      return written
        ? skip(rowLine, 'bad_amount', `'${written}' is not an amount.`, { amount: written })
        : skip(rowLine, 'no_amount', 'The transaction has no amount.')
    if (amount.rounded)
      warn(rowLine, 'rounded', `The amount ${written} was rounded to the decimals of ${account.currency}.`, {
        amount: written ?? '',
        currency: account.currency,
      })
    if (symbol && symbol !== account.currency)
      warn(
        rowLine,
        'foreign_currency',
        `The amount is marked as ${symbol} in a ${account.currency} account.`,
        {
          currency: symbol,
        },
      )
    const name = leaves.get('NAME') ?? leaves.get('PAYEE.NAME') ?? ''
    const memo = leaves.get('MEMO') ?? ''
    sink.row({
      account: account.key,
      line: rowLine,
      date,
      transactionDate: ofxDay(leaves.get('DTUSER')),
      minor: amount.minor,
      payee: collapse(name || memo),
      rawDescription: name === '' || memo === '' || name === memo ? name || memo : `${name} ${memo}`,
      memo: memo || null,
      externalId: leaves.get('FITID') || null,
      checkNumber: leaves.get('CHECKNUM') || null,
      reference: leaves.get('REFNUM') || null,
      status: pending ? 'pending' : 'posted',
      providerCategory: null,
      runningBalance: null,
    })
  }

  const finishStatement = (statement: Statement) => {
    if (statement.account.size === 0 && statement.ledger.size === 0 && statement.key === null) return
    const account = accountOf(statement)
    const newer = (next: ReadBalance | null, old: ReadBalance | null) =>
      !next || (old?.asOf && (!next.asOf || next.asOf < old.asOf)) ? old : next
    account.ledger = newer(balanceOf(statement.ledger, account.currency), account.ledger)
    account.available = newer(balanceOf(statement.available, account.currency), account.available)
    const from = ofxDay(statement.list.get('DTSTART'))
    const to = ofxDay(statement.list.get('DTEND'))
    if (from && to && from <= to) account.period = joined(account.period, { from, to })
  }

  const leave = (name: string) => {
    if (rowTags.has(name) && row) {
      finishRow(row, name === 'STMTTRNP')
      row = null
    } else if (statementTags.has(name)) {
      const statement = statements.pop()
      if (statement) finishStatement(statement)
    } else if (name === 'STATUS') {
      if (status.get('SEVERITY')?.toUpperCase() === 'ERROR')
        failure ??= status.get('MESSAGE') ?? `code ${status.get('CODE') ?? '?'}`
      status = new Map()
    } else if (name === 'SONRS') signedOn = true
    else if (name === 'OFX') closed = true
  }

  /** Takes back what stood inside an element of a vendor: `<X.MORE><NAME>…</X.MORE>` names no payee. */
  const forget = (name: string) => {
    const at = foreign.findLastIndex((one) => one.name === name)
    const opened = foreign.splice(at === -1 ? foreign.length : at)[0]
    if (row && opened) for (const field of [...row.keys()].slice(opened.before)) row.delete(field)
  }

  /** Leaves everything that was opened behind this place of the stack. */
  const leaveFrom = (at: number) => {
    for (const tag of stack.splice(at).reverse()) leave(tag)
  }

  const leaf = (name: string, text: string) => {
    const inside = closes ? undefined : leavesInside.get(stack.at(-1) ?? '')
    if (inside && !inside.test(name)) leaveFrom(stack.length - 1)
    const parent = stack.at(-1)
    const statement = statements.at(-1)
    if (row && parent) {
      const field = rowTags.has(parent) ? name : `${parent === 'EXTDPAYEE' ? 'PAYEE' : parent}.${name}`
      if (!row.has(field) && row.size < mostLeaves) row.set(field, text)
    } else if (parent === 'FI' && name === 'ORG') institution ??= text
    else if (parent === 'STATUS') keep(status, name, text)
    else if (!statement || !parent) return
    else if (name === 'CURDEF') statement.currency = text
    else if (parent.endsWith('ACCTFROM')) keep(statement.account, name, text)
    else if (parent === 'LEDGERBAL') keep(statement.ledger, name, text)
    else if (parent === 'AVAILBAL') keep(statement.available, name, text)
    else if (parent.endsWith('TRANLIST')) keep(statement.list, name, text)
  }

  const tokens = ofxTokenizer({
    open(name, text, line) {
      if (moneySets.test(name)) sawMoney = true
      if (text !== '') return leaf(name, text)
      if (securityTags.has(name) && stack.at(-1) === 'INVTRANLIST') securities++
      if (!aggregates.has(name) || stack.length > 64) {
        if (row && !ownLeaves.has(name) && foreign.length < 16) foreign.push({ name, before: row.size })
        return
      }
      if (name === 'OFX') {
        // A second document behind the first must be whole too.
        leaveFrom(0)
        sawOfx = true
        closed = false
      }
      if (rowTags.has(name)) {
        // A row that was never closed ends where the next begins.
        const open = stack.findLastIndex((tag) => rowTags.has(tag))
        if (open !== -1) leaveFrom(open)
        row = new Map()
        foreign = []
        rowLine = line
      } else if (statementTags.has(name)) {
        if (!closes && statements.length > 0) leaveFrom(stack.findLastIndex((tag) => statementTags.has(tag)))
        statements.push(newStatement(name, line))
      } else if (!closes && statementParts.has(name))
        leaveFrom(stack.findLastIndex((tag) => statementTags.has(tag)) + 1)
      stack.push(name)
    },
    close(name) {
      closes = true
      const open = stack.lastIndexOf(name)
      if (open !== -1) leaveFrom(open)
      else if (foreign.length > 0) forget(name)
    },
  })

  return {
    push(text) {
      if (!tokens.push(text))
        throw refuse(
          'notOfx',
          'The file starts like OFX, but one piece of it is longer than 4 MB. Download it from the bank again.',
        )
    },
    end() {
      tokens.end()
      if (!sawOfx)
        throw refuse(
          'noStatement',
          'The file has an OFX header but no statement behind it. Download it from the bank again.',
        )
      // Without a single closing tag, the day of the balance behind the rows shows that the file is whole.
      if (!closes && statements.at(-1)?.ledger.has('DTASOF')) leaveFrom(0)
      if (!closed && (sawMoney || !signedOn)) throw cutOff()
      if (failure) warn(1, 'bank_error', `The bank answered with an error: ${failure}`, { message: failure })
      if (securities > 0)
        warn(1, 'securities', `${securities} purchases and sales of securities were left out.`, {
          count: securities,
        })
      if (accounts.size === 0) warn(1, 'no_account', 'The file holds no account statement.')
      return { profile: null, institution, mapping: null }
    },
  }
}
