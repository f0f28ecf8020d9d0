import { describe, expect, it } from 'vitest'
import { decodeText, detectEncoding } from './decode.ts'
import type { Source } from './source.ts'

const source = (bytes: Uint8Array, size = bytes.length): Source => ({
  size: bytes.length,
  open: async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  },
})
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'))
const big = (text: string): Uint8Array => {
  const bytes = utf16(text)
  return bytes.map((_, index) => bytes[index ^ 1] ?? 0)
}

async function decoded(bytes: Uint8Array, size?: number): Promise<[string, string]> {
  const from = source(bytes, size)
  const encoding = await detectEncoding(from)
  let text = ''
  for await (const piece of decodeText(from, encoding)) text += piece
  return [encoding, text]
}

describe('decoding', () => {
  it.each([
    ['utf-8', new TextEncoder().encode('Café 1,00'), 'Café 1,00'],
    ['utf-8', Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]), 'a'],
    ['utf-16le', utf16('\ufeffCafé'), 'Café'],
    ['utf-16be', big('\ufeffCafé'), 'Café'],
    ['utf-16le', utf16('Date,Amount\n1,2'), 'Date,Amount\n1,2'],
    ['utf-16be', big('Date,Amount\n1,2'), 'Date,Amount\n1,2'],
    ['windows-1252', Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x80]), 'Café €'],
    [
      'windows-1250',
      Uint8Array.from([0x54, 0x79, 0x74, 0x75, 0xb3, 0x20, 0x70, 0xb3, 0x61, 0x74, 0x6e, 0x6f, 0x9c, 0xe6]),
      'Tytuł płatność',
    ],
    [
      'iso-8859-2',
      Uint8Array.from([0x54, 0x79, 0x74, 0x75, 0xb3, 0x20, 0x70, 0xb3, 0x61, 0x74, 0x6e, 0x6f, 0xb6, 0xe6]),
      'Tytuł płatność',
    ],
    [
      'windows-1251',
      Uint8Array.from([
        0xcc, 0xe0, 0xe3, 0xe0, 0xe7, 0xe8, 0xed, 0x20, 0xe8, 0x20, 0xc7, 0xe0, 0xf0, 0xef, 0xeb, 0xe0, 0xf2,
        0xe0,
      ]),
      'Магазин и Зарплата',
    ],
    ['windows-1252', Uint8Array.from([0x35, 0x30, 0x20, 0x6d, 0xb3, 0x20, 0x47, 0x61, 0x73]), '50 m³ Gas'],
    [
      'windows-1251',
      Uint8Array.from(Buffer.concat([Buffer.from('CHARSET:1251\n'), Buffer.from([0xcf])])),
      'CHARSET:1251\nП',
    ],
    [
      'windows-1252',
      Uint8Array.from(Buffer.concat([Buffer.from('ENCODING:UTF-8\nCHARSET:NONE\n'), Buffer.from([0xc9])])),
      'ENCODING:UTF-8\nCHARSET:NONE\nÉ',
    ],
  ])('%s', async (encoding, bytes, text) => {
    for (const size of [1, 2, 3, 1000]) expect(await decoded(bytes, size)).toEqual([encoding, text])
  })

  it('finds a late byte that is no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.alloc(200_000, 'a'), Buffer.from([0xe9])])
    expect((await decoded(bytes, 4096))[0]).toBe('windows-1252')
  })

  it('composes separate accents and unites line ends across pieces, and drops NULs', async () => {
    const text = 'So\u0302\u0301 tie\u0302\u0300n\r\nx\ry\u0000'
    for (const size of [1, 2, 3, 5, 100])
      expect((await decoded(new TextEncoder().encode(text), size))[1]).toBe('Số tiền\nx\ny')
  })
})
