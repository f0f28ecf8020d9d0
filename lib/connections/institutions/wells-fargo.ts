import type { Institution } from '../types.ts'

export const wellsFargo: Institution = {
  slug: 'wells-fargo',
  name: 'Wells Fargo',
  aliases: ['wellsfargo', 'wf'],
  country: 'US',
  site: 'wellsfargo.com',
  formats: ['QFX', 'CSV'],
  steps: {
    en: [
      'Sign in at wellsfargo.com on a computer.',
      'Open the account.',
      'Press “Download Account Activity” above the transactions.',
      'Choose the account, and a date range of up to 18 months.',
      'Choose “Quicken (Web Connect)” or “Comma Delimited”, and press Download.',
    ],
    vi: [
      'Đăng nhập wellsfargo.com trên máy tính.',
      'Mở tài khoản.',
      'Bấm “Download Account Activity” phía trên danh sách giao dịch.',
      'Chọn tài khoản và khoảng ngày tối đa 18 tháng.',
      'Chọn “Quicken (Web Connect)” hoặc “Comma Delimited”, rồi bấm Download.',
    ],
  },
  note: {
    en: 'The comma delimited file has no header and no account number: name the account when you import it.',
    vi: 'Tệp phân cách bằng dấu phẩy không có dòng tiêu đề và số tài khoản: hãy đặt tên tài khoản khi nhập.',
  },
}
