import type { Institution } from '../types.ts'

export const citi: Institution = {
  slug: 'citi',
  name: 'Citi',
  aliases: ['citibank', 'citigroup', 'costco visa', 'double cash'],
  country: 'US',
  site: 'citi.com',
  formats: ['QFX', 'CSV'],
  steps: {
    en: [
      'Sign in at citi.com on a computer.',
      'Open the account or card.',
      'Choose the time period above the transactions, for example “Year to date”.',
      'Press Export (it is beside Search and Print).',
      'Choose “Quicken (QFX)” or “CSV” and press Export.',
    ],
    vi: [
      'Đăng nhập citi.com trên máy tính.',
      'Mở tài khoản hoặc thẻ.',
      'Chọn khoảng thời gian phía trên danh sách, ví dụ “Year to date”.',
      'Bấm Export (cạnh Search và Print).',
      'Chọn “Quicken (QFX)” hoặc “CSV” rồi bấm Export.',
    ],
  },
  note: {
    en: 'Citi exports one statement period or date range at a time; overlaps do no harm here.',
    vi: 'Citi xuất từng kỳ sao kê hoặc khoảng ngày; phần chồng nhau không sao cả.',
  },
}
