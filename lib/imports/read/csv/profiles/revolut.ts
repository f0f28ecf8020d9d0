import type { BankProfile } from '../profile.ts'

/** Revolut: the amount leaves the fee out; pending rows have no completed date. */
export const revolut: BankProfile = {
  id: 'revolut',
  institution: 'Revolut',
  layouts: [
    {
      headers: [
        'type',
        'product',
        'started date',
        'completed date',
        'description',
        'amount',
        'fee',
        'currency',
        'state',
      ],
      columns: {
        date: 'completed date',
        transactionDate: 'started date',
        description: ['description'],
        amount: 'amount',
        fee: 'fee',
        currency: 'currency',
        status: 'state',
        balance: 'balance',
      },
      dateOrder: 'ymd',
      decimal: '.',
      currency: ['EUR', 'GBP', 'USD'],
      accountType: 'checking',
    },
  ],
}
