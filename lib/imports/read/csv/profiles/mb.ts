import type { BankProfile } from '../profile.ts'

/** MB (Military Bank): Vietnamese headers, often with the English beside them, above columns of debit and credit. */
export const mb: BankProfile = {
  id: 'mb',
  institution: 'MB',
  layouts: [
    {
      headers: ['ngay giao dich', 'so but toan'],
      oneOf: ['phat sinh no', 'no tktt', 'so tien ghi no', 'ghi no'],
      columns: {
        date: ['ngay hach toan', 'ngay giao dich'],
        transactionDate: 'ngay giao dich',
        description: ['noi dung', 'dien giai', 'mo ta'],
        debit: ['phat sinh no', 'no tktt', 'so tien ghi no', 'ghi no'],
        credit: ['phat sinh co', 'co tktt', 'so tien ghi co', 'ghi co'],
        balance: ['so du', 'so du luy ke'],
        reference: 'so but toan',
      },
      dateOrder: 'dmy',
      absolute: true,
      currency: 'detect',
      accountType: 'checking',
    },
  ],
}
