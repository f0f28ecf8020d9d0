import type { Institution } from '../types.ts'

export const mbBank: Institution = {
  slug: 'mb-bank',
  name: 'MB Bank',
  aliases: ['mbbank', 'ngân hàng quân đội', 'quan doi'],
  country: 'VN',
  site: 'online.mbbank.com.vn',
  formats: ['Excel'],
  steps: {
    en: [
      'Sign in to MB Online in a browser.',
      'Open “Tài khoản” → “Truy vấn giao dịch”.',
      'Choose the account and the dates, and press “Truy vấn”.',
      'Press “Xuất file” and choose Excel.',
      'Import the Excel file as it is.',
    ],
    vi: [
      'Đăng nhập MB Online trên trình duyệt.',
      'Mở “Tài khoản” → “Truy vấn giao dịch”.',
      'Chọn tài khoản và khoảng ngày, bấm “Truy vấn”.',
      'Bấm “Xuất file” và chọn Excel.',
      'Nhập nguyên tệp Excel đó.',
    ],
  },
  note: {
    en: 'Up to 90 days at a time; overlaps do no harm here.',
    vi: 'Tối đa 90 ngày mỗi lần; phần chồng nhau không sao cả.',
  },
}
