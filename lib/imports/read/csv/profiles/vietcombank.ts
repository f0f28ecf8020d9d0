import type { BankProfile } from '../profile.ts'

/**
 * Vietcombank: days first, account number above the table, a total row below. The text export has debit and credit by
 * reference; the statement that it hands out as XLS joins the day and the number of the document in one cell.
 */
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
    {
      headers: ['so tien ghi no', 'so tien ghi co', 'noi dung chi tiet'],
      oneOf: ['ngay', 'ngay giao dich', 'ngay1'],
      columns: {
        date: ['ngay', 'ngay1', 'ngay giao dich'],
        description: ['noi dung chi tiet'],
        debit: 'so tien ghi no',
        credit: 'so tien ghi co',
        reference: ['so ct', 'reference', 'so tham chieu'],
        balance: 'so du',
      },
      dateOrder: 'dmy',
      absolute: true,
      currency: 'detect',
      accountType: 'checking',
    },
  ],
}
