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

/** Revolut: the amount leaves the fee out; pending rows have no completed date. */
export const revolut: BankProfile = {
  id: 'revolut',
  institution: 'Revolut',
  layouts: languages.map(layoutIn),
}
