import type { Institution } from '../types.ts'

export const discover: Institution = {
  slug: 'discover',
  name: 'Discover',
  aliases: ['discover card'],
  country: 'US',
  site: 'discover.com',
  formats: ['QFX', 'CSV'],
  steps: {
    en: [
      'Sign in at discover.com on a computer.',
      'Open Activity & Payments → All Activity & Statements.',
      'Press Download.',
      'Choose the period and “Quicken” or “CSV”.',
      'Press Download.',
    ],
    vi: [
      'Đăng nhập discover.com trên máy tính.',
      'Mở Activity & Payments → All Activity & Statements.',
      'Bấm Download.',
      'Chọn kỳ và “Quicken” hoặc “CSV”.',
      'Bấm Download.',
    ],
  },
  note: {
    en: 'Purchases are positive in the file; Minh turns them round.',
    vi: 'Trong tệp, khoản mua là số dương; Minh sẽ tự đổi dấu.',
  },
}
