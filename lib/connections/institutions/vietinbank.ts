import type { Institution } from '../types.ts'

export const vietinbank: Institution = {
  slug: 'vietinbank',
  name: 'VietinBank',
  aliases: ['ctg', 'ngân hàng công thương', 'cong thuong', 'ipay'],
  country: 'VN',
  site: 'ipay.vietinbank.vn',
  formats: ['Excel'],
  steps: {
    en: [
      'Sign in to VietinBank iPay in a browser.',
      'Open “Tài khoản” and choose the account.',
      'Choose “Lịch sử giao dịch” and the dates.',
      'Press “Xuất file” and choose Excel.',
      'Import the Excel file as it is.',
    ],
    vi: [
      'Đăng nhập VietinBank iPay trên trình duyệt.',
      'Mở “Tài khoản” và chọn tài khoản.',
      'Chọn “Lịch sử giao dịch” và khoảng ngày.',
      'Bấm “Xuất file” và chọn Excel.',
      'Nhập nguyên tệp Excel đó.',
    ],
  },
  note: {
    en: 'Amounts are in đồng, without decimals.',
    vi: 'Số tiền tính bằng đồng, không có số lẻ.',
  },
}
