import type { Institution } from '../types.ts'

export const techcombank: Institution = {
  slug: 'techcombank',
  name: 'Techcombank',
  aliases: ['tcb', 'ngân hàng kỹ thương', 'ky thuong'],
  country: 'VN',
  site: 'onlinebanking.techcombank.com.vn',
  formats: ['Excel', 'CSV'],
  steps: {
    en: [
      'Sign in to Techcombank Online Banking in a browser.',
      'Open the account and choose “Lịch sử giao dịch” (transaction history).',
      'Choose the dates.',
      'Press “Tải xuống” and choose Excel or CSV.',
      'Import the file as it is, Excel too.',
    ],
    vi: [
      'Đăng nhập Techcombank Online Banking trên trình duyệt.',
      'Mở tài khoản và chọn “Lịch sử giao dịch”.',
      'Chọn khoảng ngày.',
      'Bấm “Tải xuống”, chọn Excel hoặc CSV.',
      'Nhập nguyên tệp đó, tệp Excel cũng được.',
    ],
  },
  note: {
    en: 'Files with .xls and .xlsx are both read; days that an earlier file had already do no harm.',
    vi: 'Đọc được cả tệp .xls và .xlsx; những ngày đã có trong tệp trước không sao cả.',
  },
}
