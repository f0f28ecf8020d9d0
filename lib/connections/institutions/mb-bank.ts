import type { Institution } from '../types.ts'

export const mbBank: Institution = {
  slug: 'mb-bank',
  name: 'MB Bank',
  aliases: ['mbbank', 'ngân hàng quân đội', 'quan doi'],
  country: 'VN',
  site: 'online.mbbank.com.vn',
  formats: ['CSV'],
  steps: {
    en: [
      'Sign in to MB Online in a browser.',
      'Open “Tài khoản” → “Truy vấn giao dịch”.',
      'Choose the account and the dates, and press “Truy vấn”.',
      'Press “Xuất file” and choose Excel.',
      'Open it in a spreadsheet, save it as CSV (UTF-8), and import that file.',
    ],
    vi: [
      'Đăng nhập MB Online trên trình duyệt.',
      'Mở “Tài khoản” → “Truy vấn giao dịch”.',
      'Chọn tài khoản và khoảng ngày, bấm “Truy vấn”.',
      'Bấm “Xuất file” và chọn Excel.',
      'Mở bằng bảng tính, lưu thành CSV (UTF-8), rồi nhập tệp đó.',
    ],
  },
  note: {
    en: 'Up to 90 days at a time; overlaps do no harm here.',
    vi: 'Tối đa 90 ngày mỗi lần; phần chồng nhau không sao cả.',
  },
}
