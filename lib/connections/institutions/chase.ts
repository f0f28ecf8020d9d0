import type { Institution } from '../types.ts'

export const chase: Institution = {
  slug: 'chase',
  name: 'Chase',
  aliases: ['jpmorgan', 'jp morgan chase', 'jpm'],
  country: 'US',
  site: 'chase.com',
  formats: ['QFX', 'CSV'],
  steps: {
    en: [
      'Sign in at chase.com on a computer (the app cannot export).',
      'Open the account, for example Total Checking or Sapphire.',
      'Above the list of transactions press the download icon (an arrow into a tray).',
      'Choose the file type “Quicken Web Connect (QFX)”. “Spreadsheet (CSV)” works too.',
      'Choose the activity: “All transactions”, or a date range of up to 24 months.',
      'Press Download, and repeat it for each account.',
    ],
    vi: [
      'Đăng nhập chase.com trên máy tính (ứng dụng không xuất được tệp).',
      'Mở tài khoản, ví dụ Total Checking hoặc Sapphire.',
      'Phía trên danh sách giao dịch, bấm biểu tượng tải xuống (mũi tên vào khay).',
      'Chọn loại tệp “Quicken Web Connect (QFX)”. “Spreadsheet (CSV)” cũng được.',
      'Chọn phạm vi: “All transactions”, hoặc khoảng ngày tối đa 24 tháng.',
      'Bấm Download, rồi làm lại với từng tài khoản.',
    ],
  },
  note: {
    en: 'QFX carries the balance and an id for every row; CSV of a card carries no account number.',
    vi: 'Tệp QFX có số dư và mã của từng dòng; CSV của thẻ không có số tài khoản.',
  },
}
