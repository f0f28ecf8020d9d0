import { collapse } from '../../text.ts'
import type { RowVerdict } from '../layout.ts'
import type { BankProfile } from '../profile.ts'

const slashed = /\/NAME\/(.*?)(?=\/[A-Z]{3,4}\/|$)/
const labelled = /\bNaam:\s*(\S.*?)(?=\s{2,}|\s[A-Z][a-z]+:|$)/
/** `BEA, Betaalpas   Albert Heijn 1234,PAS123   NR:…`, and the older `BEA   NR:X   06.01.24/12.30 ALBERT HEIJN 1234,PAS012`. */
const card =
  /^[BG]EA\b.*?(?:Betaalpas\s+|Apple Pay\s+|Google Pay\s+|\d{2}\.\d{2}\.\d{2}\/\d{2}[.:]\d{2}\s+)(\S.*?),\s*PAS/

/** The other side stands within the text, in the words of SEPA or of a card payment. */
function judge(cells: readonly string[]): RowVerdict | null {
  const text = cells[7] ?? ''
  const name = [slashed, labelled, card].flatMap((words) => words.exec(text)?.[1] ?? [])[0]
  return name && collapse(name) !== '' ? { payee: collapse(name) } : null
}

/** ABN AMRO's tab separated file: no headers, the balance before and after each row. */
export const abnAmro: BankProfile = {
  id: 'abn-amro',
  institution: 'ABN AMRO',
  layouts: [
    {
      cells: [
        /^(?:\d{6,10}|NL\d{2}ABNA\d{10})$/,
        /^[A-Z]{3}$/,
        /^\d{8}$/,
        'amount',
        'amount',
        /^\d{8}$/,
        'amount',
        /^/,
      ],
      columns: { date: 2, account: 0, currency: 1, amount: 6, balance: 4, description: [7] },
      dateOrder: 'ymd',
      currency: 'EUR',
      accountType: 'checking',
      judge,
    },
  ],
}
