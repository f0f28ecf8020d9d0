import type { BankLayout, BankProfile } from '../profile.ts'

/** The headers as the app writes them in the person's language; the one of the state varies most and is looked for. */
const languages = [
  'type|product|started date|completed date|description|amount|fee|currency|balance',
  'art|produkt|datum des beginns|datum des abschlusses|beschreibung|betrag|gebuhr|wahrung|saldo',
  'type|produit|date de debut|date de fin|description|montant|frais|devise|solde',
  'tipo|producto|fecha de inicio|fecha de finalizacion|descripcion|importe|comision|divisa|saldo',
]

function layoutIn(language: string): BankLayout {
  const headers = language.split('|')
  const [
    ,
    ,
    started = '',
    completed = '',
    description = '',
    amount = '',
    fee = '',
    currency = '',
    balance = '',
  ] = headers
  return {
    headers: headers.slice(0, -1),
    columns: {
      date: completed,
      transactionDate: started,
      description: [description],
      amount,
      fee,
      currency,
      status: ['state', 'status', 'etat', 'estado'],
      balance: [balance, 'kontostand'],
    },
    dateOrder: 'ymd',
    decimal: '.',
    currency: ['EUR', 'GBP', 'USD'],
    accountType: 'checking',
  }
}

const clock = /^(?:(?:\d{4}-\d{2}-\d{2}|\d{2}[./]\d{2}[./]\d{4}) \d{1,2}:\d{2}(?::\d{2})?)?$/
const number = /^-?\d[\d .,]*$/

/** The ten columns of the app in any other language. */
const anyLanguage: BankLayout = {
  below: [/\p{L}/u, /^/, clock, clock, /^/, number, number, /^[A-Z]{3,4}$/, /\p{L}/u, /^(?:-?\d[\d .,]*)?$/],
  columns: {
    date: 3,
    transactionDate: 2,
    description: [4],
    amount: 5,
    fee: 6,
    currency: 7,
    status: 8,
    balance: 9,
  },
  dateOrder: 'detect',
  otherwise: () => 'dmy',
  currency: ['EUR', 'GBP', 'USD'],
  accountType: 'checking',
  judge: (cells) => (cells[3]?.trim() === '' ? { status: 'pending' } : null),
}

/** The list of a company's account: the total holds the fee, and a card is paid in its own currency. */
const business: BankLayout = {
  headers: ['date started', 'date completed', 'payment currency', 'amount', 'total amount', 'account'],
  columns: {
    date: 'date completed',
    transactionDate: 'date started',
    description: ['description'],
    amount: 'total amount',
    currency: 'payment currency',
    externalId: 'id',
    reference: 'reference',
    balance: 'balance',
    status: 'state',
    accountName: 'account',
  },
  dateOrder: 'ymd',
  decimal: '.',
  currency: ['EUR', 'GBP', 'USD'],
  accountType: 'checking',
}

/** Revolut: the amount leaves the fee out; pending rows have no completed date. */
export const revolut: BankProfile = {
  id: 'revolut',
  institution: 'Revolut',
  layouts: [...languages.map(layoutIn), business, anyLanguage],
}
