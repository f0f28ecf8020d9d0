import type { BankProfile } from '../profile.ts'

/** Bank of America: checking below a summary block, cards with payee and address. */
export const bankOfAmerica: BankProfile = {
  id: 'bank-of-america',
  institution: 'Bank of America',
  layouts: [
    {
      headers: ['date', 'description', 'amount', 'running bal'],
      columns: { date: 'date', description: ['description'], amount: 'amount', balance: 'running bal' },
      dateOrder: 'mdy',
      decimal: '.',
      currency: 'USD',
      accountType: 'checking',
    },
    {
      headers: ['posted date', 'reference number', 'payee', 'address', 'amount'],
      columns: {
        date: 'posted date',
        description: ['payee'],
        amount: 'amount',
        externalId: 'reference number',
      },
      dateOrder: 'mdy',
      decimal: '.',
      currency: 'USD',
      accountType: 'credit_card',
    },
  ],
}
