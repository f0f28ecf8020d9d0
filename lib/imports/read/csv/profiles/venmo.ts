import type { BankProfile } from '../profile.ts'

/** Venmo: the other person is under To or under From, whoever is not the owner of the statement. */
export const venmo: BankProfile = {
  id: 'venmo',
  institution: 'Venmo',
  layouts: [
    {
      headers: ['id', 'datetime', 'type', 'status', 'note', 'from', 'to', 'amount'],
      columns: {
        date: 'datetime',
        description: ['to', 'type'],
        amount: 'amount',
        memo: 'note',
        externalId: 'id',
        status: 'status',
      },
      dateOrder: 'ymd',
      decimal: '.',
      currency: 'USD',
      accountType: 'checking',
      judge: (_cells, cell) => {
        if (cell('id') === '')
          return { skip: { code: 'balance_row', message: 'A balance, not a transaction.' } }
        return payeeOf(cell)
      },
    },
  ],
}

/** A payment names its sender under From, a charge names who asked: the other side is the one that is not you. */
function payeeOf(cell: (header: string) => string) {
  const incoming = /^\+/.test(cell('amount'))
  const payee = incoming !== (cell('type') === 'Charge') ? cell('from') : cell('to')
  return payee === '' ? null : { payee }
}
