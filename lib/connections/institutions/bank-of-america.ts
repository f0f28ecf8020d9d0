import type { Institution } from '../types.ts'

export const bankOfAmerica: Institution = {
  slug: 'bank-of-america',
  name: 'Bank of America',
  aliases: ['bofa', 'boa', 'merrill'],
  country: 'US',
  site: 'bankofamerica.com',
  formats: ['QFX', 'CSV'],
  steps: {
    en: [
      'Sign in at bankofamerica.com on a computer.',
      'Open the account.',
      'Press Download above the transactions.',
      'Choose the period and the file type “WEB Connect for Quicken” or “Microsoft Excel format (CSV)”.',
      'Press “Download Transactions”.',
    ],
    vi: [
      'Đăng nhập bankofamerica.com trên máy tính.',
      'Mở tài khoản.',
      'Bấm Download phía trên danh sách giao dịch.',
      'Chọn kỳ và loại tệp “WEB Connect for Quicken” hoặc “Microsoft Excel format (CSV)”.',
      'Bấm “Download Transactions”.',
    ],
  },
  note: {
    en: 'The CSV begins with a summary; Minh finds the rows under it.',
    vi: 'Tệp CSV mở đầu bằng phần tóm tắt; Minh tự tìm các dòng bên dưới.',
  },
}
