import { exponentOf } from '#lib/core/currency.ts'
import { markOf, readAmount } from '../amount.ts'
import { dayReader, readDay } from '../day.ts'
import { mostAccounts, tooManyAccounts } from '../refusal.ts'
import type { Sink } from '../sink.ts'
import { clip, collapse, foldHeader, lastFour } from '../text.ts'
import type { DateOrder, ReadAccount, ReadRow } from '../types.ts'
import { fourIn, typeByName } from './account-name.ts'
import { currencyMark, currencyOfCell, currencyOfMark } from './currency-mark.ts'
import type { Layout, Period, RowVerdict } from './layout.ts'
import { cellUnder } from './profile.ts'
import { readNear, yearlessReader } from './yearless.ts'

const pendingWords =
  /^(?:pending|processing|in progress|authori[sz]ed|(?:umsatz )?vorgemerkt|ausstehend|en attente|pendient|pendent|in sospeso|in attesa|in behandeling|oczekuj|vantande|afventer|venter|reserve?r|varaus|katevaraus|blokad|non contabilizzat|nicht gebucht|dang xu ly)/
/** What stands in place of a booking day as long as there is none. */
const openBooking = /^(?:offen|pending|vorgemerkt|ausstehend|en attente|pendiente|in attesa)$/
const voidWords =
  /^(?:declined|failed|reverted|cancell?ed|denied|rejected|voided|expired|ruckgangig|zuruckgebucht|storniert|abgelehnt|fehlgeschlagen|annul|refus|echou|revertid|rechazad|cancelad|fallid|stornat|rifiutat|teruggedraaid|geweigerd|geannuleerd|mislukt|cofniet|odrzucon|anulowan|recusad|that bai)/
const balanceRow =
  /\b(?:opening|beginning|closing|ending|starting|previous) balance|balance (?:brought|carried) forward|so du dau|anfangssaldo|endsaldo/i

/** A row that is nothing but the balance at the end, even where it stands in the column of amounts. */
const closingRow =
  /^(?:closing|ending|final|current|available) balance\b|^(?:endsaldo|kontostand|schlusssaldo|solde final|saldo final|saldo finale|eindsaldo|slutsaldo|saldo koncowe|(?:alter|neuer) kontostand)\b/i

/** Without the apostrophe that keeps a spreadsheet from reading a text as a number. */
const unguarded = (text: string): string => (text.startsWith("'") ? text.slice(1) : text)

/** A day and the number of its document in one cell, as Vietcombank writes them. */
const dayAndMore = /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*[/|\n]\s*(\S*\d\S*(?: ?- ?\d+)?)$/

/** The days above the table in the order of the table's own; null when they are none, or the wrong way round. */
function statedPeriod({ stated, dateOrder }: Layout): Period | null {
  if (!stated) return null
  // A table of other days says nothing about their order: then only one of the two may make sense.
  const orders: DateOrder[] =
    dateOrder !== 'ymd' ? [dateOrder] : stated[0].includes('.') ? ['dmy'] : ['dmy', 'mdy']
  const found = orders.flatMap((order) => {
    const from = readDay(stated[0], order)
    const to = readDay(stated[1], order)
    return from && to && from <= to ? { from, to } : []
  })
  const [first, second] = found
  return first && (!second || (first.from === second.from && first.to === second.to)) ? first : null
}

/** Turns records into rows by a layout. Call with every record behind the header, in order. */
export function rowReader(layout: Layout, sink: Sink) {
  const { columns, decimal } = layout
  const readFull = dayReader(layout.dateOrder)
  const readShort = layout.period && yearlessReader(layout.dateOrder, layout.period)
  const readDate = (written: string, cells: readonly string[]) => {
    const full = readFull(written)
    if (full || written === '') return full
    const near = layout.otherDay === -1 ? null : readFull(cells[layout.otherDay]?.trim() ?? '')
    return (near && readNear(written, near, layout.dateOrder)) ?? readShort?.(written) ?? null
  }
  const stated = statedPeriod(layout)
  const accounts = new Map<string, ReadAccount>()
  const statuses = new Map<string, 'posted' | 'pending' | 'void'>()
  const under = layout.judge ? cellUnder(layout.headers) : null
  const ends = new Map<string, { first: ReadRow; second: ReadRow | null; last: ReadRow }>()
  const tailText = columns.description[0] ?? -1
  let previous: ReadRow | null = null
  let exponent = exponentOf(layout.currency)

  const accountFor = (currency: string, id: string | null, name: string | null): ReadAccount => {
    const key = [id, name, currency].filter((part) => part !== null).join('/')
    const known = accounts.get(key)
    if (known) return known
    if (accounts.size >= mostAccounts) throw tooManyAccounts()
    const account: ReadAccount = {
      key,
      sourceAccountId: id,
      bankId: null,
      last4: lastFour(id) ?? (name === null ? null : fourIn(name)),
      name: name ?? layout.accountName,
      institution: layout.institution,
      type: name === null ? layout.accountType : typeByName(name, layout.accountType),
      currency,
      ledger: accounts.size === 0 ? layout.ledger : null,
      available: accounts.size === 0 ? layout.available : null,
      opening: accounts.size === 0 ? layout.opening : null,
      period: stated,
    }
    accounts.set(key, account)
    sink.account(account)
    return account
  }

  let account: ReadAccount | null = null
  let currencySeen = ''
  let idSeen = ''
  let nameSeen = ''

  const skip = (line: number, code: string, message: string, values?: Record<string, string | number>) =>
    sink.problem({ line, severity: 'skipped', code, message, values })

  const amountAt = (cells: readonly string[], at: number, line: number): bigint | null => {
    const text = at === -1 ? '' : (cells[at] ?? '')
    if (text === '') return null
    const amount = readAmount(text, layout.mixedMarks ? markOf(text) : decimal, exponent)
    if (!amount) return null
    if (amount.rounded)
      sink.problem({
        line,
        severity: 'warning',
        code: 'rounded',
        message: `The amount ${text} was rounded to the decimals of ${account?.currency ?? layout.currency}.`,
        values: { amount: text, currency: account?.currency ?? layout.currency },
      })
    return amount.minor
  }

  /** Money as a verdict tells it, by the sum of what it names. */
  const sumOf = (amounts: readonly string[]): bigint | null => {
    const read = amounts.filter((text) => text !== '').map((text) => readAmount(text, decimal, exponent))
    return read.length === 0 || read.includes(null)
      ? null
      : read.reduce((sum, one) => sum + (one?.minor ?? 0n), 0n)
  }

  /** Money by the amount column, or by the debit and credit columns; null when none of them is filled. */
  const moneyOf = (cells: readonly string[], line: number): bigint | null => {
    const single = amountAt(cells, columns.amount, line)
    if (single !== null) {
      if (layout.debitWords === null) return layout.sign === 1 ? single : -single
      const size = single < 0n ? -single : single
      return layout.debitWords.has(foldHeader(cells[columns.type] ?? '')) ? -size : size
    }
    const debit = amountAt(cells, columns.debit, line)
    const credit = amountAt(cells, columns.credit, line)
    if (debit === null && credit === null) return null
    const out = debit === null ? 0n : layout.absolute.debit && debit < 0n ? -debit : debit
    const into = credit === null ? 0n : layout.absolute.credit && credit < 0n ? -credit : credit
    return layout.sign === 1 ? into - out : out - into
  }

  const statusOf = (text: string): 'posted' | 'pending' | 'void' => {
    const known = statuses.get(text)
    if (known) return known
    const word = foldHeader(text)
    const status = pendingWords.test(word) ? 'pending' : voidWords.test(word) ? 'void' : 'posted'
    if (statuses.size < 1000) statuses.set(text, status)
    return status
  }

  const textAt = (cells: readonly string[], at: number): string | null => {
    if (at === -1) return null
    const text = cells[at]?.trim() ?? ''
    return text === '' || text === '-' ? null : clip(text)
  }

  const withoutQuotes = (text: string | null): string | null => text?.replace(/^'+|'+$/g, '') || null

  /** The currency that a row names, in its own column or beside its amount; '' when it names none. */
  const currencyOfRow = (cells: readonly string[]): string => {
    if (columns.currency !== -1) return cells[columns.currency]?.trim() ?? ''
    if (!layout.currencyInAmounts) return ''
    const mark = [columns.amount, columns.debit, columns.credit]
      .map((at) => (at === -1 ? null : currencyMark(cells[at] ?? '')))
      .find((found) => found !== null)
    return mark ? (currencyOfMark(mark, layout.currency) ?? '') : ''
  }

  const chooseAccount = (cells: readonly string[], told?: string, toldCurrency?: string) => {
    const currencyCell = toldCurrency ?? currencyOfRow(cells)
    const idCell = columns.account === -1 ? '' : (cells[columns.account]?.trim() ?? '')
    const nameCell = told ?? (columns.accountName === -1 ? '' : (cells[columns.accountName]?.trim() ?? ''))
    if (account && currencyCell === currencySeen && idCell === idSeen && nameCell === nameSeen) return account
    const currency = currencyOfCell(currencyCell, layout.currency) ?? layout.currency
    currencySeen = currencyCell
    idSeen = idCell
    nameSeen = nameCell
    account = accountFor(
      currency,
      withoutQuotes(idCell) ?? layout.accountId,
      nameCell === '' ? null : unguarded(nameCell).slice(0, 100),
    )
    exponent = exponentOf(currency)
    return account
  }

  /** The headers again, as at the top of a page. */
  const repeatsHeaders = (cells: readonly string[]): boolean =>
    layout.headers.length > 1 &&
    cells.length === layout.headers.length &&
    cells.every((cell, at) => cell.trim() === layout.headers[at]?.trim())

  /** A record without a date: a continued description, a total, or nothing at all. */
  const leftover = (cells: readonly string[], line: number, dateText: string) => {
    if (/\d/.test(dateText))
      return skip(line, 'bad_date', `The date '${dateText.slice(0, 40)}' does not exist or is not a date.`, {
        date: dateText.slice(0, 40),
      })
    const filled = cells.filter((cell) => cell.trim() !== '')
    if (filled.length === 0 || repeatsHeaders(cells)) return
    const more = textAt(cells, tailText)
    if (previous && more !== null && filled.length === 1) {
      previous.memo = clip(previous.memo === null ? collapse(more) : `${previous.memo} ${collapse(more)}`)
      previous.rawDescription = clip(`${previous.rawDescription} ${more}`)
      return
    }
    if (filled.some((cell) => closingRow.test(foldHeader(cell)) || balanceRow.test(foldHeader(cell))))
      return skip(line, 'balance_row', 'A balance, not a transaction.')
    skip(line, 'no_date', `A line without a date: '${filled.join(' ').slice(0, 60)}'.`, {
      text: filled.join(' ').slice(0, 60),
    })
  }

  const noAmount = (cells: readonly string[], line: number, description: string) => {
    const written = [columns.amount, columns.debit, columns.credit]
      .map((at) => textAt(cells, at))
      .find((text) => text !== null)
    if (written)
      return skip(line, 'bad_amount', `'${written.slice(0, 40)}' is not an amount.`, {
        amount: written.slice(0, 40),
      })
    if (balanceRow.test(description)) return skip(line, 'balance_row', 'A balance, not a transaction.')
    skip(line, 'no_amount', 'The line has no amount.')
  }

  const remember = (row: ReadRow) => {
    if (row.runningBalance === null) return
    const known = ends.get(row.account)
    if (!known) ends.set(row.account, { first: row, second: null, last: row })
    else {
      known.second ??= row
      known.last = row
    }
  }

  const read = (cells: string[], line: number) => {
    const dateText = cells[columns.date]?.trim() ?? ''
    const joined = dayAndMore.exec(dateText)
    let date = dateText === '' ? null : readDate(joined?.[1] ?? dateText, cells)
    const earlier =
      columns.transactionDate === -1 ? null : readDate(cells[columns.transactionDate]?.trim() ?? '', cells)
    const waits = !date && openBooking.test(foldHeader(dateText))
    if (!date && (dateText === '' || waits))
      date = earlier ?? (layout.otherDay === -1 ? null : readFull(cells[layout.otherDay]?.trim() ?? ''))
    let verdict: RowVerdict | null = null
    if (under && layout.judge) {
      verdict = layout.judge(cells, under(cells))
      if (verdict?.skip && (date || dateText !== ''))
        return skip(line, verdict.skip.code, verdict.skip.message)
    }
    if (!date) return leftover(cells, line, dateText)
    const owner = chooseAccount(cells, verdict?.accountName, verdict?.currency)
    const charged = (amountAt(cells, columns.fee, line) ?? 0n) + (amountAt(cells, columns.tax, line) ?? 0n)
    let minor = verdict?.amounts ? sumOf(verdict.amounts) : moneyOf(cells, line)
    const side = textAt(cells, (minor ?? 0n) < 0n ? columns.recipient : columns.sender) ?? ''
    const party = /\p{L}{2}/u.test(side) ? side : ''
    let payee = verdict?.payee ?? party
    let raw = party
    for (const at of columns.description) {
      const text = cells[at]?.trim() ?? ''
      if (text === '') continue
      if (payee === '') payee = text
      raw = raw === '' ? text : raw === text ? raw : `${raw} ${text}`
    }
    if (closingRow.test(payee)) return skip(line, 'balance_row', 'A balance, not a transaction.')
    if (minor === null && charged !== 0n) minor = 0n
    if (minor === null) return noAmount(cells, line, raw)
    minor -= charged
    if (verdict?.direction) minor = (minor < 0n ? -minor : minor) * BigInt(verdict.direction)
    const given = columns.status === -1 ? 'posted' : statusOf(cells[columns.status] ?? '')
    if (given === 'void')
      return skip(line, 'not_completed', `The payment was not completed: ${cells[columns.status]}.`, {
        status: cells[columns.status] ?? '',
      })
    const balanceText = columns.balance === -1 ? '' : (cells[columns.balance] ?? '')
    const row: ReadRow = {
      account: owner.key,
      line,
      date,
      transactionDate: earlier,
      minor,
      payee: collapse(
        clip(unguarded(payee || textAt(cells, columns.memo) || textAt(cells, columns.type) || '')),
      ),
      rawDescription: clip(raw),
      memo: verdict?.memo === undefined ? textAt(cells, columns.memo) : verdict.memo,
      externalId: withoutQuotes(textAt(cells, columns.externalId)),
      checkNumber:
        verdict?.checkNumber === undefined ? textAt(cells, columns.checkNumber) : verdict.checkNumber,
      reference: withoutQuotes(textAt(cells, columns.reference)) ?? (joined?.[2] ? clip(joined[2]) : null),
      status: waits ? 'pending' : (verdict?.status ?? given),
      providerCategory: textAt(cells, columns.category),
      runningBalance: balanceText === '' ? null : (readAmount(balanceText, decimal, exponent)?.minor ?? null),
    }
    previous = row
    remember(row)
    sink.row(row)
    if (verdict?.arrives) arrive(cells, row, verdict.arrives)
  }

  /** The other side of a transfer between accounts of one's own, under the same id. */
  const arrive = (cells: string[], row: ReadRow, to: NonNullable<RowVerdict['arrives']>) => {
    const other = chooseAccount(cells, to.accountName, to.currency)
    const told = to.amount === undefined ? -row.minor : sumOf([to.amount])
    if (told === null) return noAmount(cells, row.line, row.rawDescription)
    const minor = told < 0n && to.amount !== undefined ? -told : told
    sink.row({ ...row, account: other.key, minor, runningBalance: null })
  }

  /** The running balance of the newest row is the account's balance. */
  const finish = () => {
    for (const [key, { first, second, last }] of ends) {
      const owner = accounts.get(key)
      if (!owner || owner.ledger?.asOf) continue
      const descends =
        first.date === last.date
          ? second !== null && (first.runningBalance ?? 0n) + second.minor !== second.runningBalance
          : first.date > last.date
      const newest = descends ? first : last
      // A balance above the table without its day is that of the newest row when it is the same.
      if (owner.ledger && owner.ledger.minor !== newest.runningBalance) continue
      owner.ledger = { minor: newest.runningBalance ?? 0n, asOf: newest.date }
    }
    return accounts.size
  }

  return { read, finish }
}
