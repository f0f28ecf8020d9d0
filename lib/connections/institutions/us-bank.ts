import type { Institution } from '../types.ts'

export const usBank: Institution = {
  slug: 'us-bank',
  name: 'U.S. Bank',
  aliases: ['usbank', 'us bank', 'u.s. bancorp'],
  country: 'US',
  site: 'usbank.com',
  formats: ['QFX', 'CSV'],
  steps: {
    en: [
      'Sign in at usbank.com on a computer.',
      'Open the account.',
      'Press “Download transactions” (or the arrow above the list).',
      'Choose the dates and the format: “QFX (Quicken)” or “CSV (Excel)”.',
      'Press Download.',
    ],
    vi: [
      'Đăng nhập usbank.com trên máy tính.',
      'Mở tài khoản.',
      'Bấm “Download transactions” (hoặc mũi tên phía trên danh sách).',
      'Chọn ngày và định dạng: “QFX (Quicken)” hoặc “CSV (Excel)”.',
      'Bấm Download.',
    ],
  },
  note: {
    en: 'Up to 18 months at a time.',
    vi: 'Tối đa 18 tháng mỗi lần.',
  },
}
