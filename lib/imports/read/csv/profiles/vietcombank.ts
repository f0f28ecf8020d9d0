import type { BankProfile } from '../profile.ts'

/** Vietcombank: days first, debit and credit columns, account number above the table, a total row below. */
export const vietcombank: BankProfile = {
  id: 'vietcombank',
  institution: 'Vietcombank',
  layouts: [
    {
      headers: ['ngay giao dich', 'so tham chieu', 'so tien ghi no', 'so tien ghi co', 'mo ta'],
      columns: {
        date: 'ngay giao dich',
        description: ['mo ta'],
        debit: 'so tien ghi no',
        credit: 'so tien ghi co',
        externalId: 'so tham chieu',
        balance: 'so du',
      },
      dateOrder: 'dmy',
      currency: 'VND',
      accountType: 'checking',
    },
  ],
}
