import { foldHeader } from '../text.ts'
import { type Columns, noColumns, type Role } from './layout.ts'

/** Header words of many banks, folded (see foldHeader), the more telling first within a role. */
const posted =
  'posting date|post date|posted date|date posted|booking date|transaction posting date|completed date|clearing date|cleared date|settlement date|buchungstag|buchungsdatum|buchung|date de comptabilisation|date comptable|fecha contable|data contabile|data lancamento|boekdatum|bokforingsdag|bokforingsdatum|bogforingsdato|ngay hach toan|ngay ghi so'
const dated =
  'date|transaction date|trans date|txn date|datetime|date/time|created|created date|datum|date operation|date de l operation|date d operation|dato|fecha|fecha operacion|fecha de operacion|data|data operazione|data mov|data movimento|transaktionsdatum|boekingsdatum|transactiedatum|ngay giao dich|ngay gd|ngay|thoi gian giao dich|thoi gian|started date|activity date|effective date|date of transaction'
const valued =
  'value date|valutadatum|valuta|wertstellung|date de valeur|date valeur|fecha valor|data valuta|rentedatum|ngay hieu luc|gia tri'
const amounts =
  'amount|transaction amount|amount total|net|net amount|betrag|umsatz|montant|montant en euros|importe|importo|bedrag|valor|value|belopp|belob|belop|beloeb|kwota|suma|so tien|so tien gd|so tien giao dich|total|bedrag eur'
const debits =
  'debit|debits|debit amount|withdrawal|withdrawals|withdrawal amount|withdrawal amt|amount debit|money out|paid out|outflow|spent|soll|belastung|lastschrift|ausgaben|depense|debet|dare|addebiti|uscite|cargo|cargos|debito|debitos|saida|saidas|af|uit|so tien ghi no|ghi no|phat sinh no|so tien no|no|tien ra|chi'
const credits =
  'credit|credits|credit amount|deposit|deposits|deposit amount|deposit amt|amount credit|money in|paid in|inflow|received|haben|gutschrift|einnahmen|recette|avere|accrediti|entrate|abono|abonos|credito|creditos|entrada|entradas|bij|in|so tien ghi co|ghi co|phat sinh co|so tien co|co|tien vao|thu'
const payees =
  'payee|payee name|merchant name|merchant|partner name|counterparty|counterparty name|counter party|name|beguenstigter/zahlungspflichtiger|begunstigter/zahlungspflichtiger|auftraggeber / begunstigter|beguenstigter / zahlungspflichtiger|name zahlungsbeteiligter|empfanger|recipient|vendor|to/from|beneficiary|naam / omschrijving|beneficiario|beneficiaire|mottaker|modtager|ten nguoi thu huong'
const descriptions =
  'description|transaction description|details|transaction details|narrative|narration|particulars|transaction|original description|statement description|buchungstext|verwendungszweck|libelle|libelle operation|remarque|designation|description 1|omschrijving|mededelingen|concepto|descripcion|detalle|descrizione|causale|descricao|historico|lancamento|beskrivning|beskrivelse|tekst|tekst/beskrivelse|text|dien giai|mo ta|mo ta giao dich|noi dung|noi dung giao dich|noi dung thanh toan|noi dung chi tiet|remarks|remark|activity'
const memos =
  'memo|notes|note|verwendungszweck|payment reference|transaction remarks|comment|comments|additional info|extended details|vrije mededeling|description 2|message|bemerkung|ghi chu|wiadomosc|purpose'
const words: Partial<Record<Role, string>> = {
  balance:
    'balance|running balance|running bal|account balance|closing balance|saldo|solde|kontostand|saldo nach buchung|so du|so du cuoi|so du sau giao dich|so du kha dung|saldo efter|bokfort saldo|available balance',
  externalId:
    'transaction id|transactionid|id|fitid|transaction number|transaction no|n de transaction|n° de transaction|unique id|so but toan|so giao dich|ma giao dich',
  reference:
    'reference|reference number|ref|ref no|ref number|reference no|transaction reference|so tham chieu|so ct|so chung tu|kundenreferenz|bank reference|receipt number',
  checkNumber: 'check number|check #|check no|cheque number|check or slip #|cheque no|check num',
  category: 'category|categories|category name|kategorie|categorie|kategori|categoria|danh muc',
  type: 'type|transaction type|debit/credit|credit/debit|dr/cr|cr/dr|af bij|cd|debit credit|d/c|c/d|credit debit indicator|transaction category|umsatzart|soll/haben|loai giao dich|dc',
  currency:
    'currency|currency code|ccy|waehrung|wahrung|devise|munt|monn|monnaie|moneda|divisa|valuta|loai tien|tien te|moeda',
  status: 'status|state|transaction status|trang thai',
  account:
    'account number|account no|auftragskonto|auftraggeberkonto|iban auftraggeberkonto|rekeningnummer|iban|produit|account|account id|so tai khoan|kontonummer eget',
  fee: 'fee amount',
}

const list = (text: string): string[] => text.split('|')
const roleLists: [Role, string[]][] = Object.entries(words).map(([role, text]) => [
  role as Role,
  list(text ?? ''),
])
const lists = {
  posted: list(posted),
  dated: list(dated),
  valued: list(valued),
  amounts: list(amounts),
  debits: list(debits),
  credits: list(credits),
  payees: list(payees),
  descriptions: list(descriptions),
  memos: list(memos),
}

/** What a header record names. `known` counts the headers that were understood. */
export type NamedColumns = { columns: Columns; known: number }

/** Understands a record as headers; null when it names no date or no amount. */
export function readHeaders(cells: readonly string[]): NamedColumns | null {
  const folded = cells.map(foldHeader)
  const taken = new Set<number>()
  const take = (names: readonly string[]): number => {
    for (const name of names) {
      const at = folded.findIndex((header, index) => header === name && !taken.has(index))
      if (at !== -1) {
        taken.add(at)
        return at
      }
    }
    return -1
  }
  const columns = noColumns()
  const booked = take(lists.posted)
  const day = take(lists.dated)
  columns.date = booked !== -1 ? booked : day !== -1 ? day : take(lists.valued)
  columns.transactionDate = booked !== -1 ? day : -1
  if (columns.date === -1) return null
  columns.debit = take(lists.debits)
  columns.credit = take(lists.credits)
  columns.amount = take(lists.amounts)
  if (columns.amount === -1 && columns.debit === -1 && columns.credit === -1) return null
  for (let at = take(lists.payees); at !== -1; at = take(lists.payees)) columns.description.push(at)
  for (let at = take(lists.descriptions); at !== -1; at = take(lists.descriptions))
    columns.description.push(at)
  for (const [role, names] of roleLists) columns[role] = take(names)
  columns.memo = take(lists.memos)
  return { columns, known: taken.size }
}

const english = /^(?:.*\b(?:date|day|posted|created|datetime|time)\b.*)$/

/** Whether a date header is in a language whose day comes before the month. */
export const isDayFirstHeader = (header: string): boolean =>
  header !== '' && !english.test(foldHeader(header))

const vietnamese = /ngay|so tien|ghi no|ghi co|so du|noi dung|dien giai/
export const isVietnameseHeader = (headers: readonly string[]): boolean =>
  headers.filter((header) => vietnamese.test(foldHeader(header))).length >= 2

/** The currency in a header such as `Amount (EUR)` or `Withdrawals (SGD)`. */
export function currencyInHeader(headers: readonly string[]): string | null {
  for (const header of headers) {
    const code =
      /[([]\s*([A-Z]{3})\s*[)\]]/.exec(header)?.[1] ??
      /^(?:Amount|Betrag|Montant) (?:in )?([A-Z]{3})$/.exec(header.trim())?.[1]
    if (code) return code
  }
  return null
}

const debitTerms = new Set(
  list(
    'debit|dr|d|debet|af|out|withdrawal|withdraw|soll|s|money out|outflow|expense|debito|cargo|no|ghi no|sale|purchase|-',
  ),
)
const creditTerms = new Set(
  list(
    'credit|cr|c|bij|in|deposit|haben|h|money in|inflow|income|credito|abono|co|ghi co|payment|refund|return|+',
  ),
)

/** The words of a type column that mean money out, when every word it holds says one or the other; else null. */
export function debitWordsOf(values: Iterable<string>): ReadonlySet<string> | null {
  const found = new Set<string>()
  for (const value of values) {
    const word = foldHeader(value)
    if (word === '') continue
    if (debitTerms.has(word)) found.add(word)
    else if (!creditTerms.has(word)) return null
  }
  return found
}

export const isDebitWord = (word: string): boolean => debitTerms.has(word)
