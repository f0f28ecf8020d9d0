import type { BankLayout, BankProfile } from '../profile.ts'

const shared = {
  dateOrder: 'ymd',
  decimal: '.',
  currency: 'EUR',
  accountType: 'checking',
} satisfies Partial<BankLayout>

type Words = { date: string; payee: string; type: string; memo: string; category: string; amount: string }

/** The layout until 2023; its account number is that of the other side, and its first amount is in euros. */
const earlier = (headers: readonly string[], words: Words): BankLayout => ({
  ...shared,
  headers,
  columns: {
    date: words.date,
    description: [words.payee, words.memo, words.type],
    amount: words.amount,
    category: words.category,
    memo: words.memo,
  },
})

/** N26, in the languages it speaks. */
export const n26: BankProfile = {
  id: 'n26',
  institution: 'N26',
  layouts: [
    {
      ...shared,
      headers: ['booking date', 'value date', 'partner name', 'partner iban', 'type', 'payment reference'],
      columns: {
        date: 'booking date',
        description: ['partner name', 'payment reference', 'type'],
        amount: 'amount',
        memo: 'payment reference',
      },
    },
    earlier(['date', 'payee', 'account number', 'transaction type', 'payment reference', 'amount'], {
      date: 'date',
      payee: 'payee',
      type: 'transaction type',
      memo: 'payment reference',
      category: 'category',
      amount: 'amount',
    }),
    earlier(['datum', 'empfanger', 'kontonummer', 'transaktionstyp', 'verwendungszweck', 'betrag'], {
      date: 'datum',
      payee: 'empfanger',
      type: 'transaktionstyp',
      memo: 'verwendungszweck',
      category: 'kategorie',
      amount: 'betrag',
    }),
    earlier(
      ['date', 'beneficiaire', 'numero de compte', 'type de transaction', 'reference de paiement', 'montant'],
      {
        date: 'date',
        payee: 'beneficiaire',
        type: 'type de transaction',
        memo: 'reference de paiement',
        category: 'categorie',
        amount: 'montant',
      },
    ),
  ],
}
