import type { Institution } from '../types.ts'

export const mastercard: Institution = {
  slug: 'mastercard',
  name: 'Mastercard',
  aliases: ['master card', 'debit mastercard', 'credit card', 'any issuer', 'thẻ tín dụng'],
  country: 'US',
  site: 'mastercard.com',
  formats: ['QFX', 'CSV'],
  steps: {
    en: [
      'A Mastercard comes from the bank whose name is on its front: that bank has your transactions, Mastercard does not.',
      'Search for that bank here and follow its steps.',
      'If it is not listed: sign in at its site, open the card, and look for Download, Export or Statements.',
      'Choose QFX or OFX where it is offered, else CSV.',
    ],
    vi: [
      'Thẻ Mastercard do ngân hàng in trên mặt thẻ phát hành: ngân hàng đó giữ giao dịch của bạn, không phải Mastercard.',
      'Tìm ngân hàng đó ở đây và làm theo các bước.',
      'Nếu không có trong danh sách: đăng nhập trang của ngân hàng, mở thẻ, tìm Download, Export hoặc Statements.',
      'Chọn QFX hoặc OFX nếu có, nếu không thì CSV.',
    ],
  },
  note: {
    en: 'Any CSV works: the first time you say which column is which, and Minh remembers it.',
    vi: 'CSV nào cũng được: lần đầu bạn chỉ ra từng cột, Minh sẽ ghi nhớ.',
  },
}
