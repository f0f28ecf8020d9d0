import type { DateOrder } from '../../types.ts'
import type { BankProfile } from '../profile.ts'

/** References such as `AT261020003…` begin with the year and the day of the year: they settle the order of the date. */
function orderByReference(
  rows: readonly (readonly string[])[],
  headers: readonly string[],
): DateOrder | null {
  const dateAt = headers.indexOf('date')
  const referenceAt = headers.indexOf('reference')
  let dmy = 0
  let mdy = 0
  for (const row of rows) {
    const reference = /AT(\d{2})(\d{3})/.exec(row[referenceAt] ?? '')
    const pair = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(row[dateAt]?.trim() ?? '')
    if (!reference || !pair) continue
    const dayOfYear = (month: string | undefined, day: string | undefined) =>
      Math.round(
        (Date.UTC(Number(pair[3]), Number(month) - 1, Number(day)) - Date.UTC(Number(pair[3]), 0, 0)) / 864e5,
      )
    const near = (days: number) => Math.abs(days - Number(reference[2])) <= 5
    if (near(dayOfYear(pair[1], pair[2]))) mdy++
    if (near(dayOfYear(pair[2], pair[1]))) dmy++
  }
  return mdy > dmy ? 'mdy' : dmy > mdy ? 'dmy' : null
}

const columns = {
  date: ['date processed', 'date'],
  description: ['description'],
  amount: 'amount',
  externalId: 'reference',
  category: 'category',
} as const

/** American Express prints charges as positive numbers; the British layout has Town/City and days first. */
export const americanExpress: BankProfile = {
  id: 'american-express',
  institution: 'American Express',
  layouts: [
    {
      headers: ['date', 'description', 'amount'],
      oneOf: ['town/city', 'postcode'],
      columns,
      dateOrder: 'detect',
      otherwise: (rows, headers) => orderByReference(rows, headers) ?? 'dmy',
      sign: 'inverted',
      decimal: '.',
      currency: ['GBP', 'EUR', 'AUD', 'NZD'],
      accountType: 'credit_card',
    },
    {
      headers: ['date', 'description', 'amount'],
      oneOf: ['card member', 'account #', 'extended details', 'appears on your statement as'],
      // Budget sheets of many accounts have an `Account #` too.
      without: ['account', 'institution', 'balance'],
      columns,
      dateOrder: 'detect',
      otherwise: (rows, headers) => orderByReference(rows, headers) ?? 'mdy',
      sign: 'inverted',
      decimal: '.',
      currency: ['USD', 'SGD', 'HKD', 'AUD', 'CAD', 'NZD', 'EUR', 'GBP', 'MXN', 'THB', 'TWD', 'INR'],
      accountType: 'credit_card',
    },
  ],
}
