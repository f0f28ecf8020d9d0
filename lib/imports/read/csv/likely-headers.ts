import { dateWords, moneyWords, roleLists, textWords } from './header-words.ts'

/** A word inside a header that tells what it is, and words beside it that make it something else. */
type Inside = { has: RegExp; never: RegExp }

const word = (words: string, ending = ''): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${words})${ending}(?!\\p{L})`, 'u')

const debitWord = word(
  'debits?|withdrawals?|withdrawn|expenses?|spent|outgoing|outflow|paid out|money out|belastung|soll|lastschrift|ausgaben?|depenses?|cargos?|retiros?|gastos?|uscite|saidas?|uttag|wydatki|obciazenia|ghi no|rut ra|支払|出金',
)
const creditWord = word(
  'credits?|deposits?|income|incoming|inflow|paid in|money in|received|gutschrift|haben|einnahmen?|recettes?|abonos?|ingresos?|entrate|entradas?|insattning|wplywy|uznania|ghi co|gui vao|入金|預入',
)
const amountWord = word(
  'amount|amt|betrag|umsatz|montant|importe|importo|bedrag|belopp|belob|belop|kwota|castka|so tien|valor|maara',
)
/** Amounts that are not what the account moved by, and words about amounts. */
const otherAmount = word(
  'originals?|ursprung\\w*|ursprunglich\\w*|foreign|fremd\\w*|fees?|commission|gebuhr\\w*|charge|tax|vat|btw|tip|instructed|exchange|cashback|rewards?|points|pending|hold|sym|num|gross|brutto|blokad\\w*|balance|saldo|facing|equivalent|oorspr\\w*|puvodni|currency|type|date|id|oryginalna|origine|limit|discount|sub|price|units?',
)
const numbered = word(
  'iban|bic|swift|accounts?|acct|konto\\w*|rekening\\w*|rachun\\w*|uct\\w*|ucet|cislo|nummer|numer|numero|number|no|nr|num|id|bank\\w*|blz|bankleitzahl|code|kod|type|typ|referen\\w*|ref|tai khoan|so tk',
)

const inside = {
  sender: {
    has: word(
      'sender|payer|remitter|nadawc\\p{L}*|zleceniodawc\\p{L}*|ordonnateur|ordinante|mittente|remetente|platce|odesilatel\\p{L}*|nguoi chuyen|nguoi gui',
    ),
    never: numbered,
  },
  recipient: {
    has: word(
      'recipient|receiver|payee|beneficiary|odbiorc\\p{L}*|beneficiaire|beneficiario|destinatario|prijemc\\p{L}*|nguoi nhan|nguoi thu huong',
    ),
    never: numbered,
  },
  payee: {
    has: word(
      'merchant|payee|vendor|sender|receiver|recipient|counter ?part\\p{L}*|tegenpartij|tegenrekeninghouder|protistrany?|protiuctu|kontrahenta?|zahlungsbeteiligter?|empfangers?|beg(?:ue?)nstigter?\\p{L}*|auftraggebers?|nadawc\\p{L}*|odbiorc\\p{L}*|beneficiar\\p{L}*|ordenante|controparte|contraparte|contrepartie|destinataire|motpart|mottagare|mottaker|modtager|avsandare|saaja|maksaja|doi ung|thu huong|doi tac|obchodni misto',
    ),
    never: new RegExp(
      `${numbered.source}|${word('address|adres\\w*|city|country|category|kategori\\w*|postcode|alias|logo|notes?|phone|url|website').source}`,
      'u',
    ),
  },
  description: {
    has: word(
      'descriptions?|descripcion|descricao|descrizione|beschreibung|verwendungszweck|buchungstext|libelle|omschrijving|popis|opis|details?|narrative|narration|particulars|remarks?|beskrivelse|beskrivning|selite|concepto|dien giai|noi dung|mo ta|memo|摘要|内容',
    ),
    never: new RegExp(
      `${numbered.source}|${word('categor\\w*|kategori\\w*|date|product|status|currency').source}`,
      'u',
    ),
  },
  balance: {
    has: word('balance|bal|saldo|solde|kontostand|zustatek|so du|残高'),
    never: word(
      'opening|beginning|start\\w*|previous|before|initial|inicial|anfang\\w*|dau|transfer|type|status|date|account number|currency|waluta|munt|overdraft|minimum|credit|limit',
    ),
  },
} as const satisfies Record<string, Inside>

export type LikelyRole = keyof typeof inside

const listed: ReadonlySet<string> = new Set([
  ...Object.values(dateWords).flat(),
  ...Object.values(moneyWords).flat(),
  ...Object.values(textWords).flat(),
  ...roleLists.flatMap(([, words]) => words),
])

/** Whether a header names a role by a word inside it. Headers are folded. */
export const namesRole = (header: string, role: LikelyRole): boolean =>
  inside[role].has.test(header) && !inside[role].never.test(header)

/** The same of a header that is in no list. */
export const speaksOf = (header: string, role: LikelyRole): boolean =>
  !listed.has(header) && namesRole(header, role)

export type LikelyMoney = { amount: number } | { debit: number; credit: number } | null

/** The amount, or the two sides of it, of headers that no list has; null unless there is exactly one such reading. */
export function likelyMoney(headers: readonly string[], holds: (at: number) => boolean): LikelyMoney {
  const amounts = [...headers.keys()].filter((at) => {
    const header = headers[at] ?? ''
    return amountWord.test(header) && !otherAmount.test(header) && holds(at)
  })
  const side = (own: RegExp, other: RegExp) =>
    amounts.filter((at) => own.test(headers[at] ?? '') && !other.test(headers[at] ?? ''))
  const debits = side(debitWord, creditWord)
  const credits = side(creditWord, debitWord)
  const [debit, credit] = [debits[0], credits[0]]
  if (debit !== undefined && credit !== undefined && debits.length === 1 && credits.length === 1)
    return { debit, credit }
  const [only, another] = amounts
  return only !== undefined && another === undefined ? { amount: only } : null
}
