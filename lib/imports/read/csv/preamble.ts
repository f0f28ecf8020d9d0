import type { CalendarDate } from '#lib/core/calendar.ts'
import { readDay } from '../day.ts'
import { foldHeader } from '../text.ts'
import type { HeadRecord } from './find-table.ts'
import type { Period, Preamble } from './layout.ts'

const accountLine =
  /account|konto|compte|cuenta|conto|rekening|tai khoan|card (?:transaction|number|no)|so tk|iban|tili\b|rachunek|rachunku|ucet/
const number = /(?:[A-Z]{2}\d{2}[A-Z0-9 ]{10,30}|[\dXx*]{2,}(?:[- ][\dXx*]+)*)$/
const bareNumber = /^(?:[A-Z]{2}\d{2}[A-Z0-9]{10,30}|\d{6,20})$/
const ledgerLine =
  /^(?:ledger|closing|current|ending|account) balance|^so du (?:cuoi|hien tai)|^(?:kontostand|endsaldo|saldo finale?|solde|saldo)\b/
const openingLine =
  /^(?:opening|beginning|starting) balance|^so du dau|^anfangssaldo|^saldo inicial|^solde initial/
const availableLine = /^available balance|^so du kha dung/
const currencyLine = /^(?:account )?currency|^loai tien|^wahrung|^devise|^moneda|^valuta$/
const asOfLine = /as at|as of|statement date|ngay in/
const day =
  /\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b|\b\d{1,2}[. ]+\p{L}{3,10}\.? \d{4}\b|\b\p{L}{3,10} \d{1,2}, \d{4}\b/gu

/** The first and the last day written above the table; null when there are not two. */
function periodOf(records: readonly HeadRecord[]): Period | null {
  const days = records
    .slice(0, 40)
    .flatMap(({ cells }) => cells.flatMap((cell) => cell.slice(0, 200).match(day) ?? []))
    .map((text): CalendarDate | null => readDay(text, 'dmy') ?? readDay(text, 'mdy'))
    .filter((date) => date !== null)
    .toSorted()
  const from = days[0]
  const to = days.at(-1)
  return from && to && from < to ? { from, to } : null
}

/** The day a label such as "Kontostand vom 31.01.2024" names; null when day and month could be either. */
function onlyDayIn(label: string): CalendarDate | null {
  const [text, second] = label.match(day) ?? []
  if (!text || second) return null
  const [dayFirst, monthFirst] = [readDay(text, 'dmy'), readDay(text, 'mdy')]
  if (text.includes('.') || monthFirst === null || monthFirst === dayFirst) return dayFirst
  return dayFirst === null ? monthFirst : null
}

const spanLine =
  /period|from|since|between|statement|tu ngay|ngay bat dau|^tu\b|\btu\/|zeitraum|\bvom\b|periode|\bdu\b|desde|\bdal\b|transaction details/
const fromLine = /^(?:from|start|tu ngay|ngay bat dau|date from|desde|von|du)\b/
const untilLine = /^(?:to|until|end|den ngay|ngay ket thuc|date to|hasta|bis|au)\b/

/** The days between which the statement lies, as written: two in one line that says so, or in a line each. */
function statedDays(records: readonly HeadRecord[]): readonly [string, string] | null {
  let from: string | null = null
  for (const { cells } of records.slice(0, 40)) {
    const text = cells
      .filter((cell) => cell !== '')
      .join(' ')
      .slice(0, 400)
    const days = text.match(day) ?? []
    const label = foldHeader(text)
    const [first, second] = days
    if (first && second && days.length === 2 && spanLine.test(label)) return [first, second]
    if (!first || second) continue
    if (fromLine.test(label)) from = first
    else if (from !== null && untilLine.test(label)) return [from, first]
  }
  return null
}

/** An account number in a line of its own below its label. */
const aloneBelow = (records: readonly HeadRecord[], index: number, at: number): string | null => {
  const text = records[index + 1]?.cells[at]?.trim() ?? ''
  return /^[\dXx*][\dXx*\- ]{3,29}\d$/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 4 ? text : null
}

/** What stands above the table: account number, name, balances, their day. */
export function readPreamble(records: readonly HeadRecord[]): Preamble {
  const found: Preamble = {
    accountId: null,
    accountName: null,
    currency: null,
    asOf: null,
    period: periodOf(records),
    stated: statedDays(records),
    opening: null,
    ledger: null,
    available: null,
  }
  for (const [index, { cells }] of records.slice(0, 40).entries()) {
    const parts = cells
      .flatMap((cell) => cell.split(/:(?=\s|$)/))
      .map((part) => part.trim())
      .filter((part) => part !== '')
    const label = foldHeader(parts[0] ?? '')
    const value = (parts[1] ?? '').slice(0, 80)
    if (ledgerLine.test(label) && /\d/.test(value)) {
      found.ledger ??= value
      found.asOf ??= onlyDayIn(parts[0] ?? '')
    } else if (openingLine.test(label) && /\d/.test(value)) found.opening ??= value
    else if (availableLine.test(label) && /\d/.test(value)) found.available ??= value
    else if (asOfLine.test(label)) found.asOf ??= readDay(value, 'dmy')
    else if (accountLine.test(label) && found.accountId === null) {
      const id = number.exec(value)?.[0]?.trim()
      if (id && (id.match(/\d/g)?.length ?? 0) >= 4) {
        found.accountId = id
        found.accountName = value.slice(0, value.length - id.length).trim() || null
      }
    }
    if (found.accountId === null && parts.some((part) => accountLine.test(foldHeader(part))))
      found.accountId = parts.find((part) => bareNumber.test(part)) ?? null
    if (found.accountId === null && parts.length === 1 && /^(?:account|card) (?:number|no)$/.test(label))
      found.accountId = aloneBelow(
        records,
        index,
        cells.findIndex((cell) => cell.trim() !== ''),
      )
    if (currencyLine.test(label) && /^[A-Z]{3}$/.test(value)) found.currency = value
    found.currency ??= /\b([A-Z]{3}) ?[\d,.]+$/.exec(value)?.[1] ?? null
  }
  return found
}
