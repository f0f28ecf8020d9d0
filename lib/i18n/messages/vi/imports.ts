import type { imports as en } from '../en/imports.ts'

export const imports: typeof en = {
  types: {
    checking: 'thanh toán',
    savings: 'tiết kiệm',
    credit_card: 'thẻ',
    loan: 'khoản vay',
    investment: 'đầu tư',
    cash: 'tiền mặt',
    other: 'tài khoản',
  },
  title: 'Nhập sao kê',
}
