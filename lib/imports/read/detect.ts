import type { AppError } from '#lib/core/errors.ts'
import { refuse } from './refusal.ts'
import type { StatementFormat } from './types.ts'

/** Text that holds the rows of sheets; banks hand it out under the name of a workbook. */
export type SheetText = 'html' | 'spreadsheetXml'
/** What a text can be; other workbooks are known by their first bytes. */
export type TextFormat = Exclude<StatementFormat, 'xlsx'> | SheetText

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte)

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))

/** Files that are known by their first bytes and are no text. */
const signatures: { bytes: readonly number[]; refusal: () => AppError }[] = [
  {
    bytes: ascii('%PDF'),
    refusal: () =>
      refuse(
        'pdf',
        'This is a PDF document. Download the same statement from the bank as OFX, QIF, CSV, Excel, CAMT or MT940.',
      ),
  },
  { bytes: [0x1f, 0x8b], refusal: () => refuse('archive', 'This is a compressed file. Unpack it first.') },
  {
    bytes: ascii('7z\u00bc\u00af'),
    refusal: () => refuse('archive', 'This is a compressed file. Unpack it first.'),
  },
  { bytes: ascii('Rar!'), refusal: () => refuse('archive', 'This is a compressed file. Unpack it first.') },
  ...[[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], ascii('GIF8'), ascii('RIFF')].map((bytes) => ({
    bytes,
    refusal: () =>
      refuse(
        'image',
        'This is a picture. Download the statement from the bank as OFX, QIF, CSV, Excel, CAMT or MT940.',
      ),
  })),
  {
    bytes: ascii('{\\rtf'),
    refusal: () =>
      refuse(
        'document',
        'This is a text document. Download the statement as OFX, QIF, CSV, Excel, CAMT or MT940.',
      ),
  },
]

const byteOrderMark = [0xef, 0xbb, 0xbf]

/** Refuses what the first bytes, or those behind white space, show not to be text. `utf16` says that NUL bytes are letters. */
export function refuseBinary(head: Uint8Array, utf16: boolean): void {
  const blank = head.findIndex((byte) => byte > 32 && !byteOrderMark.includes(byte))
  const starts = [head, head.subarray(Math.max(0, blank))]
  for (const { bytes, refusal } of signatures)
    if (starts.some((start) => startsWith(start, bytes))) throw refusal()
  if (utf16) return
  let odd = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) odd++
  if (odd > head.length / 100)
    throw refuse(
      'binary',
      'This file is not text, so it cannot be a bank statement in OFX, QIF, CSV, Excel, CAMT or MT940.',
    )
}

/** A `!` line of QIF, be it behind comments; or records without one: a day, an amount and the end of a record. */
const isQif = (text: string): boolean =>
  /^[ \t]*!(?:type[ \t]*:|account\b|option[ \t]*:|clear[ \t]*:)/im.test(text) ||
  (/^[DTUPNMLC]/.test(text) &&
    /^D[ \d]\d?[/.\-' ].{3,12}$/m.test(text) &&
    /^[TU][ \t]*[-+(]?[\d.,]+/m.test(text) &&
    /^\^[ \t]*$/m.test(text))

const htmlStart =
  /^<(?:!doctype\s+html|html|head|title|meta|link|style|body|script|table|div|center|font|form|span|p|br|b|h[1-6])\b/i

/** Without the declaration and the comments that may stand before the first element. */
function withoutPrologue(text: string): string {
  let rest = text
  for (let i = 0; i < 20; i++) {
    const end = rest.startsWith('<?xml') ? '?>' : rest.startsWith('<!--') ? '-->' : null
    const at = end === null ? -1 : rest.indexOf(end)
    if (end === null || at === -1) break
    rest = rest.slice(at + end.length).trimStart()
  }
  return rest
}

/** The format of a text by its beginning, whatever the file is called. Throws AppError for texts that are none. */
export function detectFormat(start: string): TextFormat {
  const text = start.replace(/^\ufeff/, '').trimStart()
  if (text === '') throw refuse('blank', 'The file is empty. Download it from the bank again.')
  if (/^OFXHEADER/i.test(text) || /<(?:\w{1,40}:)?OFX[\s>]/i.test(start) || /<\?OFX\s/i.test(start))
    return 'ofx'
  if (text.startsWith('<')) {
    const body = withoutPrologue(text)
    if (htmlStart.test(body)) return 'html'
    if (/<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(body))
      return 'spreadsheetXml'
  }
  if (isQif(text)) return 'qif'
  if (text.startsWith('<') && /camt\.05[234]\.|<(?:\w+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)/.test(text))
    return 'camt'
  if (/^(?:\{1:|:20:)/.test(text) || (/^ {0,3}:20:/m.test(text) && /^ {0,3}:(?:25P?|60[FM]?):/m.test(text)))
    return 'mt940'
  if (text.startsWith('<'))
    throw refuse(
      'otherXml',
      'This is XML, but neither OFX nor a CAMT statement. Export OFX, QIF, CSV, Excel, CAMT or MT940.',
    )
  if (/^[[{]\s*["{[]/.test(text))
    throw refuse(
      'json',
      'This is JSON data, not a bank statement. Export OFX, QIF, CSV, Excel, CAMT or MT940.',
    )
  return 'csv'
}
