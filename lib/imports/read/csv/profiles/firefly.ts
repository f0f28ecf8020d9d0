import type { RowVerdict } from '../layout.ts'
import type { BankProfile } from '../profile.ts'

/** A withdrawal leaves its source, a deposit arrives in its destination, a transfer does both. */
function judge(_cells: readonly string[], cell: (header: string) => string): RowVerdict | null {
  const source = cell('source_name')
  const destination = cell('destination_name')
  switch (cell('type').toLowerCase()) {
    case 'withdrawal':
      return { accountName: source, direction: -1, payee: destination || cell('description') }
    case 'deposit':
      return { accountName: destination, direction: 1, payee: source || cell('description') }
    case 'transfer':
      return {
        accountName: source,
        direction: -1,
        arrives: arrivalOf(cell, destination),
        payee: cell('description') || destination,
      }
    default:
      return own(cell, source, destination)
  }
}

/** A transfer between currencies arrives as its foreign amount. */
const arrivalOf = (cell: (header: string) => string, accountName: string): RowVerdict['arrives'] => {
  const [amount, currency] = [cell('foreign_amount'), cell('foreign_currency_code')]
  return amount === '' || currency === '' ? { accountName } : { accountName, amount, currency }
}

/** Opening balances and reconciliations have one side that is an account of one's own. */
function own(cell: (header: string) => string, source: string, destination: string): RowVerdict {
  const leaves = /asset|debt|loan|mortgage/i.test(cell('source_type'))
  return leaves ? { accountName: source, direction: -1 } : { accountName: destination, direction: 1 }
}

/** Firefly III's export of transactions. */
export const firefly: BankProfile = {
  id: 'firefly',
  institution: 'Firefly III',
  layouts: [
    {
      headers: [
        'journal_id',
        'type',
        'amount',
        'currency_code',
        'description',
        'date',
        'source_name',
        'destination_name',
      ],
      columns: {
        date: 'date',
        description: ['description'],
        amount: 'amount',
        currency: 'currency_code',
        externalId: 'journal_id',
        category: 'category',
        memo: 'notes',
      },
      dateOrder: 'ymd',
      decimal: '.',
      currency: 'detect',
      accountType: 'checking',
      judge,
    },
  ],
}
