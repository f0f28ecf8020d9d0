/** Lower case without marks, so that "ngan hang" finds "ngân hàng". */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()
