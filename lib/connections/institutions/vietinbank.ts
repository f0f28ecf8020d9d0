import type { Institution } from '../types.ts'

export const vietinbank: Institution = {
  slug: 'vietinbank',
  name: 'VietinBank',
  aliases: ['ctg', 'ngân hàng công thương', 'cong thuong', 'ipay'],
  country: 'VN',
  site: 'ipay.vietinbank.vn',
  formats: ['CSV'],
  steps: {
    en: [
      'Sign in to VietinBank iPay in a browser.',
      'Open “Tài khoản” and choose the account.',
      'Choose “Lịch sử giao dịch” and the dates.',
      'Press “Xuất file” and choose Excel.',
      'Open it in a spreadsheet, save it as CSV (UTF-8), and import that file.',
    ],
    vi: [
      'Đăng nhập VietinBank iPay trên trình duyệt.',
      'Mở “Tài khoản” và chọn tài khoản.',
      'Chọn “Lịch sử giao dịch” và khoảng ngày.',
      'Bấm “Xuất file” và chọn Excel.',
      'Mở bằng bảng tính, lưu thành CSV (UTF-8), rồi nhập tệp đó.',
    ],
  },
  note: {
    en: 'Amounts are in đồng, without decimals.',
    vi: 'Số tiền tính bằng đồng, không có số lẻ.',
  },
}
