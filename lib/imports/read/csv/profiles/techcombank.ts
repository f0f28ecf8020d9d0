import type { BankProfile } from '../profile.ts'

/**
 * Techcombank: an export in English whose references begin with TCB or FT, and the statements of businesses and persons
 * in Vietnamese and English. A business pays its fee and the tax on it in the same row: the balance moves by all of them.
 */
export const techcombank: BankProfile = {
  id: 'techcombank',
  institution: 'Techcombank',
  layouts: [
    {
      headers: ['transaction date', 'description', 'amount', 'balance', 'reference'],
      exact: true,
      accepts: (rows, headers) =>
        rows.some((row) => /^(?:TCB|FT)\d/.test(row[headers.indexOf('reference')] ?? '')),
      columns: {
        date: 'transaction date',
        description: ['description'],
        amount: 'amount',
        balance: 'balance',
        externalId: 'reference',
      },
      dateOrder: 'detect',
      otherwise: () => 'dmy',
      currency: 'VND',
      accountType: 'checking',
    },
    {
      headers: ['so but toan', 'dien giai'],
      oneOf: ['no', 'no tktt', 'ghi no', 'so tien ghi no', 'phat sinh no'],
      accepts: (_rows, headers) =>
        headers.some((header) => /^(?:ten )?(?:nh |ngan hang |tai khoan )?doi tac/.test(header)),
      columns: {
        date: ['ngay giao dich', 'ngay'],
        transactionDate: ['ngay kh thuc hien', 'ngay khach hang thuc hien'],
        description: ['ten doi tac', 'doi tac', 'ten tai khoan doi tac', 'dien giai'],
        memo: 'dien giai',
        debit: ['no', 'no tktt', 'ghi no', 'so tien ghi no', 'phat sinh no'],
        credit: ['co', 'co tktt', 'ghi co', 'so tien ghi co', 'phat sinh co'],
        fee: ['phi', 'phi/lai', 'phi giao dich'],
        tax: ['thue', 'thue vat', 'thue gtgt', 'vat'],
        balance: ['so du', 'so du luy ke'],
        externalId: 'so but toan',
      },
      dateOrder: 'dmy',
      absolute: true,
      currency: 'detect',
      accountType: 'checking',
    },
    {
      headers: ['transaction date', 'description', 'debit', 'credit', 'running balance'],
      oneOf: ['fee/interest', 'fee', 'transaction vat', 'vat'],
      columns: {
        date: 'transaction date',
        transactionDate: 'requesting date',
        description: ['remittance account name', 'description'],
        memo: 'description',
        debit: 'debit',
        credit: 'credit',
        fee: ['fee/interest', 'fee'],
        tax: ['transaction vat', 'vat'],
        balance: 'running balance',
        externalId: ['reference no', 'reference number'],
      },
      dateOrder: 'dmy',
      absolute: true,
      currency: 'detect',
      accountType: 'checking',
    },
  ],
}
