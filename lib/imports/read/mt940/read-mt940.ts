import type { CalendarDate } from '#lib/core/calendar.ts'
import { toDecimal } from '#lib/core/money.ts'
import { joined } from '../period.ts'
import { mostAccounts, refuse, tooManyAccounts } from '../refusal.ts'
import type { Sink, TextReader } from '../sink.ts'
import { clip, collapse, lastFour } from '../text.ts'
import type { ReadAccount, ReadBalance } from '../types.ts'
import { readDetails } from './details.ts'
import { type Entry, takeEntry } from './entry.ts'
import { type SwiftField, swiftTokeniser } from './fields.ts'
import { currencyOfBalance, entryDay, swiftAmount, swiftBalance, swiftDay } from './figures.ts'

type OpenRow = {
  line: number
  text: string
  entry: Entry | null
  supplementary: string
  details: string[]
  numbered: string[]
}

type Tally = { count: number; minor: bigint }

type Message = {
  line: number
  id: string | null
  currency: string | null
  /** A `:34F:` or `:13D:` field: rows of the running day, which the statement of the day will settle. */
  interim: boolean
  opening: bigint | null
  openedOn: CalendarDate | null
  /** Money out and in of the rows, by their own count, for the `:90D:` and `:90C:` of an MT942. */
  out: Tally
  into: Tally
  closed: boolean
  /** A `:90D:` or `:90C:` field, the last of an MT942. */
  totalled: boolean
  sum: bigint
  rows: number
  row: OpenRow | null
}

const newMessage = (line: number): Message => ({
  line,
  id: null,
  currency: null,
  interim: false,
  opening: null,
  openedOn: null,
  out: { count: 0, minor: 0n },
  into: { count: 0, minor: 0n },
  closed: false,
  totalled: false,
  sum: 0n,
  rows: 0,
  row: null,
})

const none = /^(?:NONREF|NOREF|NREF|KREF\+?)?$/i

/** Reads MT940 statements and MT942 reports, page by page, as banks really write them. */
export function mt940Reader(sink: Sink, defaultCurrency: string): TextReader {
  const accounts = new Map<string, ReadAccount>()
  let message: Message | null = null
  /** The last line, as far as the file holds it. */
  let tail = ''

  const warn = (line: number, code: string, text: string, values?: Record<string, string | number>) =>
    sink.problem({ line, severity: 'warning', code, message: text, values })
  const skip = (line: number, code: string, text: string, values?: Record<string, string | number>) =>
    sink.problem({ line, severity: 'skipped', code, message: text, values })

  const accountOf = (of: Message): ReadAccount => {
    const currency = of.currency ?? defaultCurrency
    const key = `${of.id ?? ''}/${currency}`
    // A page may leave the currency out that an earlier page of the account named.
    const known =
      accounts.get(key) ??
      (of.currency === null ? [...accounts.values()].find((one) => one.sourceAccountId === of.id) : undefined)
    if (known) return known
    if (accounts.size >= mostAccounts) throw tooManyAccounts()
    if (of.id === null) warn(of.line, 'account_unnamed', 'The file does not say which account this is.')
    if (of.currency === null)
      warn(of.line, 'currency_unnamed', `The file names no currency; ${currency} was taken.`, { currency })
    const number = of.id?.replace(new RegExp(`\\s*${currency}$`), '') ?? null
    const account: ReadAccount = {
      key,
      sourceAccountId: of.id,
      bankId: /^([^/]+)\//.exec(of.id ?? '')?.[1] ?? null,
      last4: lastFour(number),
      name: null,
      institution: null,
      type: 'checking',
      currency,
      ledger: null,
      available: null,
    }
    accounts.set(key, account)
    sink.account(account)
    return account
  }

  const dayOf = (entry: Entry, line: number): CalendarDate | null => {
    const value = swiftDay(entry.value)
    if (entry.entry === null) return value
    const booked = entryDay(entry.entry, entry.value)
    if (booked && !value)
      warn(
        line,
        'bad_value_date',
        `The value date '${entry.value}' does not exist; the entry date was taken.`,
        {
          date: entry.value,
        },
      )
    return booked
  }

  const finishRow = (of: Message) => {
    const { row } = of
    of.row = null
    if (!row) return
    const account = accountOf(of)
    const { entry, line } = row
    if (!entry)
      return skip(line, 'unreadable', `'${row.text}' is not a whole transaction.`, { text: row.text })
    const date = dayOf(entry, line)
    const written = entry.entry === null ? entry.value : `${entry.value} ${entry.entry}`
    if (!date) return skip(line, 'bad_date', `The date '${written}' does not exist.`, { date: written })
    const amount = swiftAmount(entry.amount, account.currency)
    if (!amount)
      return skip(line, 'bad_amount', `'${entry.amount}' is not an amount.`, { amount: entry.amount })
    if (amount.rounded)
      warn(
        line,
        'rounded',
        `The amount ${entry.amount} was rounded to the decimals of ${account.currency}.`,
        {
          amount: entry.amount,
          currency: account.currency,
        },
      )
    const details = readDetails(row.details, row.numbered, row.supplementary, entry)
    const fallback = none.test(entry.reference ?? '') ? (entry.type ?? '') : (entry.reference ?? '')
    const raw = details.raw || row.supplementary || fallback
    const purpose = details.purpose || row.supplementary
    const minor = entry.sign * amount.minor
    // What is only expected has not moved the balance yet.
    if (!entry.expected) of.sum += minor
    const tally = minor < 0n ? of.out : of.into
    tally.count++
    tally.minor += minor < 0n ? -minor : minor
    of.rows++
    sink.row({
      account: account.key,
      line,
      date,
      transactionDate: null,
      minor,
      payee: clip(details.name || purpose || raw),
      rawDescription: raw,
      memo: details.name && purpose && purpose !== details.name ? purpose : null,
      externalId: none.test(entry.bankReference ?? '') ? null : entry.bankReference,
      checkNumber:
        entry.type?.endsWith('CHK') && /^\d+$/.test(entry.reference ?? '') ? entry.reference : null,
      reference: entry.reference,
      status: of.interim || entry.expected ? 'pending' : 'posted',
      providerCategory: null,
      runningBalance: null,
    })
  }

  const finishMessage = (atEnd = false) => {
    if (!message) return
    // An entry that the file ends in is not whole; nor is one without its kind that nothing follows.
    const last = message.row
    const cut = atEnd && /^\s*:61:/.test(tail)
    if (last?.details.length === 0 && (cut || last.entry?.type === null)) last.entry = null
    finishRow(message)
    if (message.id !== null || message.currency !== null) accountOf(message)
    const openInterim = atEnd && message.interim && !message.totalled
    if (openInterim || (message.opening !== null && !message.closed))
      warn(
        message.line,
        'no_closing',
        'The statement has no closing balance: the file may have been cut off.',
      )
    message = null
  }

  const current = (line: number): Message => {
    message ??= newMessage(line)
    return message
  }

  const newer = (next: ReadBalance, old: ReadBalance | null): ReadBalance =>
    old?.asOf && (!next.asOf || next.asOf < old.asOf) ? old : next

  const takeBalance = (of: Message, kind: string, text: string, line: number) => {
    of.currency ??= currencyOfBalance(text)
    const account = accountOf(of)
    const balance = swiftBalance(text, account.currency)
    if (!balance) return warn(line, 'bad_balance', `'${text}' is not a balance.`, { text: text.slice(0, 60) })
    if (kind === '60') {
      of.opening = balance.minor
      of.openedOn = balance.date
      if (!account.opening || (balance.date && account.opening.asOf && balance.date < account.opening.asOf))
        account.opening = { minor: balance.minor, asOf: balance.date }
      return
    }
    const read: ReadBalance = { minor: balance.minor, asOf: balance.date }
    if (kind === '64') {
      account.available = newer(read, account.available)
      return
    }
    of.closed = true
    account.ledger = newer(read, account.ledger)
    if (of.openedOn && balance.date && of.openedOn <= balance.date)
      account.period = joined(account.period, { from: of.openedOn, to: balance.date })
    if (of.opening === null || of.opening + of.sum === balance.minor) return
    const { currency } = account
    const values = {
      expected: toDecimal({ minor: of.opening + of.sum, currency }),
      found: toDecimal({ minor: balance.minor, currency }),
    }
    warn(
      line,
      'balance_differs',
      `Opening balance and rows give ${values.expected}, but the closing balance is ${values.found}.`,
      values,
    )
  }

  /** What an MT942 says it holds in number and sum, against what was read. */
  const checkTotal = (of: Message, tag: string, text: string, line: number) => {
    const account = accountOf(of)
    const { currency } = account
    const found = /^(\d{1,5})([A-Z]{3})([\d.,]+)/.exec(text)
    const amount = found && swiftAmount(found[3] ?? '', currency)
    if (!found || !amount) return
    const tally = tag === '90D' ? of.out : of.into
    if (tally.count === Number(found[1]) && tally.minor === amount.minor) return
    const values = {
      count: Number(found[1]),
      expected: toDecimal({ minor: amount.minor, currency }),
      found: toDecimal({ minor: tally.minor, currency }),
    }
    warn(
      line,
      'total_differs',
      `The file counts ${values.count} rows of ${values.expected} together, but the rows that were read make ${values.found}.`,
      values,
    )
  }

  const field = ({ tag, line, lines }: SwiftField) => {
    const text = (lines[0] ?? '').trim()
    if (tag === '20' || (tag === '25' && message?.id) || (tag.startsWith('60') && message?.closed)) {
      const id = tag === '20' ? null : (message?.id ?? null)
      finishMessage()
      message = newMessage(line)
      if (tag.startsWith('60')) message.id = id
    }
    const of = current(line)
    if (tag === '86' || tag === 'NS') {
      if (of.row && tag === '86') of.row.details.push(...lines)
      else if (of.row) of.row.numbered.push(...lines)
      return
    }
    finishRow(of)
    if (tag === '61')
      of.row = {
        line,
        text: clip(text).slice(0, 80),
        entry: takeEntry(lines[0] ?? ''),
        supplementary: clip(collapse(lines.slice(1).join(' '))),
        details: [],
        numbered: [],
      }
    else if (tag === '25' || tag === '25P') of.id = text.slice(0, 60) || null
    else if (tag === '34F') {
      of.interim = true
      of.currency ??= /^[A-Z]{3}/.exec(text)?.[0] ?? null
    } else if (tag === '13D') of.interim = true
    else if (tag === '90D' || tag === '90C') {
      of.totalled = true
      checkTotal(of, tag, text, line)
    } else if (/^6[024]/.test(tag)) takeBalance(of, tag.slice(0, 2), text, line)
  }

  const tokens = swiftTokeniser({ field, close: finishMessage })
  return {
    push(text) {
      tail = (tail + text).slice(-400)
      tail = tail.slice(tail.lastIndexOf('\n') + 1)
      tokens.push(text)
    },
    end() {
      tokens.end()
      if (accounts.size === 0)
        throw refuse(
          'noEntries',
          'The file begins like MT940 but holds no statement. Download it from the bank again.',
        )
      return { profile: null, institution: null, mapping: null }
    },
  }
}
