import type { Institution } from '../types.ts'

export const capitalOne: Institution = {
  slug: 'capital-one',
  name: 'Capital One',
  aliases: ['capitalone', 'venture', 'quicksilver'],
  country: 'US',
  site: 'capitalone.com',
  formats: ['QFX', 'CSV'],
  steps: {
    en: [
      'Sign in at capitalone.com on a computer.',
      'Open the account and choose “View all” transactions.',
      'Press “Download transactions”.',
      'Choose the file type “Quicken” or “CSV” and the time period.',
      'Press Export.',
    ],
    vi: [
      'Đăng nhập capitalone.com trên máy tính.',
      'Mở tài khoản và chọn “View all”.',
      'Bấm “Download transactions”.',
      'Chọn loại tệp “Quicken” hoặc “CSV” và khoảng thời gian.',
      'Bấm Export.',
    ],
  },
  note: {
    en: 'Up to 90 days for checking, more for cards.',
    vi: 'Tối đa 90 ngày với tài khoản thanh toán, lâu hơn với thẻ.',
  },
}
