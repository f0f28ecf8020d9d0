import type { Institution } from '../types.ts'

export const paypal: Institution = {
  slug: 'paypal',
  name: 'PayPal',
  aliases: ['pay pal'],
  country: 'US',
  site: 'paypal.com',
  formats: ['CSV'],
  steps: {
    en: [
      'Sign in at paypal.com on a computer.',
      'Open Activity, then Statements (or Reports → Activity download).',
      'Choose “Custom”, the transaction type “Balance affecting”, and the dates.',
      'Choose the format CSV and press Create Report.',
      'Wait for the e-mail or the Download link (up to a few hours), and download it.',
    ],
    vi: [
      'Đăng nhập paypal.com trên máy tính.',
      'Mở Activity, rồi Statements (hoặc Reports → Activity download).',
      'Chọn “Custom”, loại giao dịch “Balance affecting”, và khoảng ngày.',
      'Chọn định dạng CSV và bấm Create Report.',
      'Chờ e-mail hoặc liên kết Download (có thể vài giờ), rồi tải về.',
    ],
  },
  note: {
    en: 'Each currency of PayPal becomes an account of its own.',
    vi: 'Mỗi loại tiền trong PayPal thành một tài khoản riêng.',
  },
}
