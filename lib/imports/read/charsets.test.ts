import { describe, expect, it } from 'vitest'
import { decoderOf } from './charsets.ts'
import { lines, readText } from './testing.ts'

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  )

const ofx = (charset: string, name: readonly number[], encoding = 'USASCII') =>
  bytes(
    `OFXHEADER:100\nENCODING:${encoding}\nCHARSET:${charset}\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD` +
      '<BANKACCTFROM><ACCTID>12345678</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20260105<TRNAMT>-1<NAME>',
    name,
    '</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
  )
const qif = (...payees: (readonly number[])[]) =>
  bytes(...payees.flatMap((payee) => ['!Type:Bank\nD1/13/2026\nT-1\nP', payee, '\n^\n']))
const word = (text: string) => [...new TextEncoder().encode(text)]

describe('charsets', () => {
  it.each([
    ['932', [0x83, 0x52, 0x83, 0x93], 'コン'],
    ['CP932', [0x83, 0x52, 0x83, 0x93], 'コン'],
    ['850', [0x4d, 0x81, 0x6c], 'Mül'],
    ['CP437', [0x66, 0x82], 'fé'],
    ['IBM858', [0xd5, 0x35], '€5'],
    ['949', [0xb0, 0xa1], '가'],
    ['65001', [0x66, 0xe9], 'fé'],
    ['NONE', [0x66, 0xe9], 'fé'],
  ])('reads what an OFX header names by its number: %s', async (charset, name, payee) => {
    expect(lines(await readText(ofx(charset, name)))).toEqual([`2026-01-05 -1.00 ${payee}`])
  })

  it('knows the letters of DOS by where they stand, and not the quotes of Windows', async () => {
    const german = bytes('J', [0x94], 'rg M', [0x81], 'ller, Gr', [0x94, 0xe1], 'e')
    const read = await readText(qif([...german]), { chunk: 5 })
    expect(read.summary.encoding).toBe('ibm850')
    expect(lines(read)).toEqual(['2026-01-13 -1.00 Jörg Müller, Größe'])
    const quoted = await readText(qif([...bytes([0x84], 'Shop', [0x94], ' caf', [0xe9])]))
    expect(lines(quoted)).toEqual(['2026-01-13 -1.00 „Shop” café'])
  })

  it('stays with UTF-8 when few of its letters are broken: banks cut names at bytes', async () => {
    const cut = [...word('Müll')].slice(0, 2)
    const read = await readText(qif(word('Café à gogo'), word('Jörg Müller'), cut, word('x')))
    expect(read.rows.map((row) => row.payee)).toEqual(['Café à gogo', 'Jörg Müller', 'M\ufffd', 'x'])
    const latin = await readText(qif([0x43, 0xe9], word('é'), [0xe9, 0x20, 0xe8]))
    expect(latin.summary.encoding).toBe('windows-1252')
  })

  it('decodes in pieces as in one', () => {
    const decoder = decoderOf('ibm437')
    expect(decoder.decode(Uint8Array.from([0x41, 0xe1]), { stream: true }) + decoder.decode()).toBe('Aß')
    expect(decoderOf('utf-8').decode(Uint8Array.from([0xc3, 0xa9]))).toBe('é')
  })
})
