import type { Institution } from '../types.ts'

export const vietcombank: Institution = {
  slug: 'vietcombank',
  name: 'Vietcombank',
  aliases: ['vcb', 'ngân hàng ngoại thương', 'ngoai thuong', 'vcb digibank'],
  country: 'VN',
  site: 'vcbdigibank.vietcombank.com.vn',
  formats: ['Excel'],
  steps: {
    en: [
      'Sign in to VCB Digibank in a browser.',
      'Open “Tài khoản” → “Sao kê tài khoản” (account statement).',
      'Choose the account and the dates, and press “Xem sao kê”.',
      'Press “Xuất Excel” to download the statement.',
      'Import the Excel file as it is.',
    ],
    vi: [
      'Đăng nhập VCB Digibank trên trình duyệt.',
      'Mở “Tài khoản” → “Sao kê tài khoản”.',
      'Chọn tài khoản và khoảng ngày, bấm “Xem sao kê”.',
      'Bấm “Xuất Excel” để tải sao kê.',
      'Nhập nguyên tệp Excel đó.',
    ],
  },
  note: {
    en: 'Files with .xls and .xlsx are both read; days that an earlier file had already do no harm.',
    vi: 'Đọc được cả tệp .xls và .xlsx; những ngày đã có trong tệp trước không sao cả.',
  },
}
