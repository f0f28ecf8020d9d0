import { expect, test } from 'vitest'
import { charsetByLetters } from './charset-by-letters.ts'

test.each([
  [
    'windows-1251',
    [
      196, 224, 242, 224, 32, 238, 239, 229, 240, 224, 246, 232, 232, 44, 32, 209, 243, 236, 236, 224, 32,
      239, 235, 224, 242, 229, 230, 224, 44, 32, 202, 253, 248, 225, 253, 234, 44, 32, 206, 239, 232, 241,
      224, 237, 232, 229,
    ],
    'Дата операции, Сумма платежа, Кэшбэк, Описание',
  ],
  [
    'windows-1250',
    [
      80, 248, 237, 99, 104, 111, 122, 237, 32, 250, 104, 114, 97, 100, 97, 44, 32, 232, 225, 115, 116, 107,
      97, 44, 32, 109, 236, 110, 97, 44, 32, 250, 232, 101, 116,
    ],
    'Příchozí úhrada, částka, měna, účet',
  ],
  [
    'windows-1250',
    [
      75, 246, 110, 121, 118, 101, 108, 233, 115, 32, 246, 115, 115, 122, 101, 103, 101, 44, 32, 107, 246,
      122, 108, 101, 109, 233, 110, 121, 44, 32, 102, 105, 122, 101, 116, 245, 115, 122, 225, 109, 108, 97,
      44, 32, 107, 252, 108, 115, 245, 32, 100, 237, 106, 44, 32, 107, 101, 100, 118, 101, 122, 109, 233, 110,
      121, 101, 122, 101, 116, 116, 58, 32, 78, 97, 103, 121, 102, 251, 115, 122, 101, 114,
    ],
    'Könyvelés összege, közlemény, fizetőszámla, külső díj, kedvezményezett: Nagyfűszer',
  ],
  [
    'shift_jis',
    [148, 78, 140, 142, 147, 250, 44, 130, 168, 136, 248, 143, 111, 130, 181, 44, 142, 99, 141, 130],
    '年月日,お引出し,残高',
  ],
  [
    'windows-1258',
    [
      83, 244, 236, 32, 116, 105, 234, 204, 110, 32, 103, 105, 97, 111, 32, 100, 105, 242, 99, 104, 44, 32,
      110, 103, 224, 121, 44, 32, 110, 244, 242, 105, 32, 100, 117, 110, 103, 44, 32, 240, 105, 234, 242, 110,
      32, 116, 104, 111, 97, 242, 105,
    ],
    'Số tiền giao dịch, ngày, nội dung, điện thoại',
  ],
])('knows %s by its letters', (encoding, bytes, text) => {
  const raw = Uint8Array.from(bytes)
  expect(charsetByLetters(raw)).toBe(encoding)
  expect(new TextDecoder(encoding).decode(raw).normalize('NFC')).toBe(text)
})

test.each([
  'Überweisung für Bäckerei Groß',
  'Prélèvement à l’échéance, où ça, Noël, dû',
  'Lån på Nørrebrogade, køb, gebyr, Bø',
  'Conversión de año, opción, cuánto',
  'Perché più però città così può',
  'Transferência, opções, não, à ordem, saída',
  'Købmand på hjørnet, Crème Café, Hotel Málaga',
  'Operações código, Loja Août',
  'Bankaþjónusta greiðsla, Heimaþjónusta, Símaþjónusta',
  'BANKAÞJÓNUSTA GREIÐSLA, HEIMAÞJÓNUSTA, SÍMAÞJÓNUSTA',
  'Bónus fyrir þig, áður, það',
])('leaves %s to windows-1252', (text) => {
  expect(charsetByLetters(Uint8Array.from(Buffer.from(text.replaceAll('’', "'"), 'latin1')))).toBeNull()
})
