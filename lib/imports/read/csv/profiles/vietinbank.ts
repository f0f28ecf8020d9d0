import type { BankProfile } from '../profile.ts'

/** VietinBank: a column of transaction numbers at the end or an accounting date, debit and credit columns. */
export const vietinBank: BankProfile = {
  id: 'vietinbank',
  institution: 'VietinBank',
  layouts: [
    {
      headers: ['mo ta giao dich'],
      oneOf: ['ngay hach toan', 'ngay giao dich', 'ngay phat sinh'],
      accepts: (_rows, headers) =>
        headers.some((header) => /^(?:no|ghi no|so tien ghi no|phat sinh no)\b/.test(header)) &&
        headers.some((header) => /^(?:so giao dich|ma giao dich|so tham chieu)\b/.test(header)),
      columns: {
        date: ['ngay hach toan', 'ngay giao dich', 'ngay phat sinh'],
        transactionDate: 'ngay phat sinh',
        description: ['mo ta giao dich'],
        debit: ['no', 'ghi no', 'so tien ghi no', 'phat sinh no'],
        credit: ['co', 'ghi co', 'so tien ghi co', 'phat sinh co'],
        balance: ['so du tai khoan', 'so du'],
        externalId: ['so giao dich', 'ma giao dich', 'so tham chieu'],
      },
      dateOrder: 'dmy',
      absolute: true,
      currency: 'detect',
      accountType: 'checking',
    },
  ],
}
