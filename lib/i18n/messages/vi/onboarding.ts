export const onboarding = {
  title: 'Chào mừng',
  linkTitle: 'Liên kết tài khoản',
  findBank: 'Tìm ngân hàng',
  findPlaceholder: 'Chase, Amex, Vietcombank…',
  countryUS: 'Hoa Kỳ',
  countryVN: 'Việt Nam',
  noBank: 'Không có ngân hàng nào tên “{query}” ở đây.',
  noBankText:
    'Ngân hàng nào cho tải tệp QFX, OFX, CSV hoặc Excel đều dùng được. Hãy nhập tệp, Minh sẽ lo phần còn lại.',
  otherBank: 'Ngân hàng của tôi không có ở đây',
  bankText: 'Mở trong trình duyệt của bạn, tại {site}. Minh không bao giờ hỏi mật khẩu ngân hàng.',
  stepsTitle: 'Từng bước một',
  afterTitle: 'Rồi đưa tệp vào đây',
  afterText:
    'Thả tệp vào bất cứ đâu trong Minh, hoặc chọn tệp ở trang nhập. Bạn xem trước mọi thứ trước khi có gì được thêm.',
  goImport: 'Tiếp tục nhập sao kê',
  otherBanks: 'Ngân hàng khác',
  noLive: 'Cách liên kết {bank}',
  results: '{count, plural, =0 {Không có ngân hàng} other {# ngân hàng}}',
}
