import type { Institution } from '../types.ts'

export const techcombank: Institution = {
  slug: 'techcombank',
  name: 'Techcombank',
  aliases: ['tcb', 'ngân hàng kỹ thương', 'ky thuong'],
  country: 'VN',
  site: 'onlinebanking.techcombank.com.vn',
  formats: ['CSV'],
  steps: {
    en: [
      'Sign in to Techcombank Online Banking in a browser.',
      'Open the account and choose “Lịch sử giao dịch” (transaction history).',
      'Choose the dates.',
      'Press “Tải xuống” and choose Excel or CSV.',
      'If it is Excel: open it in a spreadsheet and save it as CSV (UTF-8). Then import it.',
    ],
    vi: [
      'Đăng nhập Techcombank Online Banking trên trình duyệt.',
      'Mở tài khoản và chọn “Lịch sử giao dịch”.',
      'Chọn khoảng ngày.',
      'Bấm “Tải xuống”, chọn Excel hoặc CSV.',
      'Nếu là Excel: mở bằng bảng tính và lưu thành CSV (UTF-8). Sau đó nhập tệp.',
    ],
  },
  note: {
    en: 'Techcombank offers no lawful live link for a person, so a file is the way.',
    vi: 'Techcombank không có cách liên kết trực tiếp hợp pháp cho cá nhân, nên dùng tệp sao kê.',
  },
}
