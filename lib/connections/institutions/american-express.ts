import type { Institution } from '../types.ts'

export const americanExpress: Institution = {
  slug: 'american-express',
  name: 'American Express',
  aliases: ['amex', 'american express', 'platinum', 'gold card', 'blue cash'],
  country: 'US',
  site: 'americanexpress.com',
  formats: ['QFX', 'CSV'],
  steps: {
    en: [
      'Sign in at americanexpress.com on a computer.',
      'Open “Statements & Activity”.',
      'Choose the statement period, or “Custom date range”.',
      'Press Download above the transactions.',
      'Choose “Quicken (QFX)”, or “CSV” with “Include all additional transaction details”.',
      'Press Download.',
    ],
    vi: [
      'Đăng nhập americanexpress.com trên máy tính.',
      'Mở “Statements & Activity”.',
      'Chọn kỳ sao kê, hoặc “Custom date range”.',
      'Bấm Download phía trên danh sách giao dịch.',
      'Chọn “Quicken (QFX)”, hoặc “CSV” kèm “Include all additional transaction details”.',
      'Bấm Download.',
    ],
  },
  note: {
    en: 'Purchases are positive in American Express files; Minh turns them round.',
    vi: 'Trong tệp của American Express, khoản mua là số dương; Minh sẽ tự đổi dấu.',
  },
}
