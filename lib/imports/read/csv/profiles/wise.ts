import type { BankProfile } from '../profile.ts'
import { wiseTransfers } from './wise-transfers.ts'

/** Wise: one statement a currency, days first; the amount holds the fees already. */
export const wise: BankProfile = {
  id: 'wise',
  institution: 'Wise',
  layouts: [
    {
      headers: ['transferwise id', 'date', 'amount', 'currency', 'description'],
      columns: {
        date: 'date',
        sender: 'payer name',
        recipient: 'payee name',
        description: ['merchant', 'description'],
        amount: 'amount',
        currency: 'currency',
        externalId: 'transferwise id',
        reference: 'payment reference',
        balance: 'running balance',
        memo: ['note', 'payment reference'],
      },
      dateOrder: 'dmy',
      decimal: '.',
      currency: ['EUR', 'GBP', 'USD'],
      accountType: 'checking',
    },
    wiseTransfers,
  ],
}
