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
    en: 'Vietcombank offers no lawful live link for a person, so a file is the way.',
    vi: 'Vietcombank không có cách liên kết trực tiếp hợp pháp cho cá nhân, nên dùng tệp sao kê.',
  },
}
