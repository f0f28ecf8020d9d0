import type { CalendarDate } from '#lib/core/calendar.ts'
import { isIssuedCurrency } from '#lib/core/currency.ts'
import { readDay, takeApart } from '../day.ts'
import { collapse, foldHeader } from '../text.ts'
import { currencyMark, currencyOfMark } from './currency-mark.ts'
import type { HeadRecord } from './find-table.ts'
import type { Period, Preamble } from './layout.ts'

const customerLine = /\b(?:kunden|customer|client)/
/** A number in the same cell as its label: `Compte de Dépôt n° 12345678901`. */
const numberAtEnd = /(?:n[°º]|\b(?:nr|no|num)\b\.?|#)\s*([A-Z]{0,2}[\dXx*][\dXx*• -]{4,30}[\dXx*])$/i
/** A balance in the same cell as its label and its day: `Solde au 31/01/2024 1 234,56 €`. */
const amountAtEnd = /\d{2,4} ([-+]?\d[\d ., \u00a0\u202f']*[.,]\d{2}) ?(?:\p{Sc}|[A-Z]{3})?$/u
const accountLine =
  /account|konto|compte|cuenta|conto|conta\b|rekening|tai khoan|card (?:transaction|number|no)|so tk|iban|tili\b|tilinumero|rachun|ucet|^(?:kredit)?karte\b|^credit card\b/
const number = /(?:[A-Z]{2}\d{2}[A-Z0-9 ]{10,30}|\d{5,}[A-Z]\d{2,}|[\dXx*•]{2,}(?:[- ][\dXx*•]+)*)$/
/** A number with a name behind it: `DE12… / Girokonto`. */
const numberFirst = /^([A-Z]{2}\d{2}[A-Z0-9]{10,30}|[\dXx*•][\dXx*• -]{6,30}[\dXx*•])[ /,(–-]+(\p{L}.*)$/u
/** A number within a sentence: `Statement of Account No :912010012345678 for the period …`. */
const numberWithin = /\baccount ?(?:no|number|nr|#)?\.? ?:?-? ?(\d[\d-]{5,30}\d)\b/i
/** A number that stands without a label in front of the days of the statement. */
const unlabelled = /^(?:[A-Z]{2}\d{2}[A-Z0-9]{10,30}|\d{10,20})$/
const bareNumber = /^(?:[A-Z]{2}\d{2}[A-Z0-9]{10,30}|\d{6,20})$/
const ledgerLine =
  /^(?:ledger|closing|current|ending|account) balance|^so du (?:cuoi|hien tai)|^(?:(?:neuer |aktueller |letzter )?kontostand|schlusssaldo|endsaldo|laatste saldo|eindsaldo|closingbalance|slutsaldo|saldo finale?|solde|saldo)\b/
const openingLine =
  /^(?:opening|beginning|starting) balance|^so du dau|^anfangssaldo|^saldo inicial|^solde initial|^saldo poczatkowe|^saldo iniziale/
const availableLine = /^available balance|^so du kha dung/
const currencyLine =
  /^(?:account )?currency|^loai tien|^wahrung|^devise|^moneda|^divisa|^moeda|^valuta$|^waluta/
const asOfLine = /as at|as of|statement date|ngay in|van het laatste saldo|^(?:date|datum|fecha|data|stand)$/
/** A balance with its day behind it: `1954.80 as of 20260115`. */
const dayBehind = /^(.*\d.*?)\s+(?:as of|as at)\s+(.*)$/i
const day =
  /\b20\d{6}\b|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b|\b\d{1,2}[. ]+\p{L}{3,10}\.? \d{4}\b|\b\p{L}{3,10} \d{1,2}, \d{4}\b/gu

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
  /period|from|since|between|statement|tu ngay|ngay bat dau|^tu\b|\btu\/|zeitraum|\bvom\b|periode|\bdu\b|desde|\bdal\b|okres|transaction details/
const fromLine = /^(?:from|start|tu ngay|ngay bat dau|date from|desde|von|du)\b/
const untilLine = /^(?:to|until|end|den ngay|ngay ket thuc|date to|hasta|bis|au)\b/

/** The days between which the statement lies, as written: two in one line that says so, or in a line each. */
function statedDays(records: readonly HeadRecord[]): readonly [string, string] | null {
  let from: string | null = null
  let heading = ''
  for (const { cells } of records.slice(0, 40)) {
    const text = cells
      .filter((cell) => cell !== '')
      .join(' ')
      .slice(0, 400)
    const days = text.match(day) ?? []
    const label = foldHeader(text)
    const [first, second] = days
    const alone = text.replace(day, '').replace(/[\s–-]/g, '') === '' && /[–-]/.test(text.replace(day, ''))
    if (
      first &&
      second &&
      days.length === 2 &&
      (alone || spanLine.test(/\p{L}/u.test(label) ? label : heading))
    )
      return [first, second]
    heading = label
    if (!first || second) continue
    if (fromLine.test(label)) from = first
    else if (from !== null && untilLine.test(label)) return [from, first]
  }
  return null
}

const isIban = (label: string): boolean => foldHeader(label) === 'iban'

type Numbered = { id: string; name: string | null }

/** An account's number in a text, with the name beside it; null when there are fewer than four digits. */
function numberedIn(text: string): Numbered | null {
  const named = numberFirst.exec(text)
  const id = named?.[1]?.trim() ?? number.exec(text)?.[0]?.trim()
  if (!id || (id.match(/\d/g)?.length ?? 0) < 4) return null
  if (/[-/.]/.test(id) && takeApart(id) !== null) return null
  const name = named?.[2] ?? text.slice(0, text.length - id.length).replace(/[\s–-]+$/, '')
  return { id, name: /\p{L}/u.test(name) ? name.trim() : null }
}

/** Labels in one line and what they name below them, as `#Waluta;#Wpływy;` above `PLN;100,00;`. */
function readBelow(found: Preamble, labels: readonly string[], values: readonly string[]): void {
  if (labels.some((cell) => /\d/.test(cell))) return
  const ibanFirst = [...labels.entries()].toSorted(([, a], [, b]) => Number(isIban(b)) - Number(isIban(a)))
  for (const [at, cell] of ibanFirst) {
    const label = foldHeader(cell)
    const value = values[at]?.trim() ?? ''
    if (currencyLine.test(label) && isIssuedCurrency(value)) found.currency ??= value
    if (!accountLine.test(label) || ledgerLine.test(label) || found.accountId !== null) continue
    const other = takeApart(value) !== null || /[.,]\d\d$|:/.test(value)
    const numbered = other ? null : numberedIn(value)
    if (numbered === null || (numbered.id !== value && numbered.id.replace(/\D/g, '').length < 8)) continue
    found.accountId = numbered.id
    found.accountName = numbered.name
  }
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
    const text = foldHeader(cells.join(' '))
    if (openingLine.test(label) && /\d/.test(value)) found.opening ??= value
    else if (ledgerLine.test(label) && /\d/.test(value)) {
      const [, amount = value, behind = ''] = dayBehind.exec(value) ?? []
      found.ledger ??= amount
      found.asOf ??= onlyDayIn(parts[0] ?? '') ?? onlyDayIn(behind)
    } else if (availableLine.test(label) && /\d/.test(value)) found.available ??= value
    else if (asOfLine.test(label)) found.asOf ??= onlyDayIn(value)
    else if (accountLine.test(label) && found.accountId === null && !customerLine.test(text)) {
      const numbered = parts.slice(1).flatMap((part) => numberedIn(part.slice(0, 80)) ?? [])[0]
      found.accountId = numbered?.id ?? null
      found.accountName = numbered?.name ?? null
    }
    const [single = ''] = parts
    if (parts.length === 1 && ledgerLine.test(label)) {
      found.ledger ??= amountAtEnd.exec(single)?.[1] ?? null
      found.asOf ??= onlyDayIn(single)
    } else if (parts.length === 1 && accountLine.test(label) && !customerLine.test(text))
      found.accountId ??= numberAtEnd.exec(single)?.[1]?.trim() ?? null
    if (found.accountId === null && parts.some((part) => accountLine.test(foldHeader(part))))
      found.accountId = parts.find((part) => bareNumber.test(part)) ?? null
    if (found.accountId === null && !customerLine.test(text)) {
      const id = numberWithin.exec(collapse(cells.join(' ')))?.[1] ?? null
      found.accountId = id !== null && takeApart(id) === null ? id : null
    }
    if (found.accountId === null && cells.some((cell) => takeApart(cell) !== null) && unlabelled.test(single))
      found.accountId = single
    if (currencyLine.test(label) && /^[A-Z]{3}$/.test(value)) found.currency = value
    const beside = /\b([A-Z]{3}) ?[\d,.]+$/.exec(value)?.[1] ?? /^[-+\d., ]+ ?([A-Z]{3})$/.exec(value)?.[1]
    if (beside && isIssuedCurrency(beside)) found.currency ??= beside
    const mark = /^(?!.*\$)/.test(single + value) ? currencyMark(`${single} ${value}`) : null
    if (mark && (ledgerLine.test(label) || openingLine.test(label)))
      found.currency ??= currencyOfMark(mark, '')
    readBelow(found, cells, records[index + 1]?.cells ?? [])
  }
  return found
}
