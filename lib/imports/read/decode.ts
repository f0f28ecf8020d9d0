import { charsetByLetters } from './charset-by-letters.ts'
import { charsetNamed, decoderOf, dosCharset } from './charsets.ts'
import { headOf, type Source } from './source.ts'

const headLength = 64 * 1024
const combining = /[\u0300-\u036f]/
const isCombining = (code: number): boolean => code >= 0x300 && code <= 0x36f

function byMark(head: Uint8Array): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: Latin letters leave a NUL in nearly every second byte. */
function byNulShare(head: Uint8Array): string | null {
  const pairs = Math.floor(head.length / 2)
  if (pairs < 8) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even++
    if (head[2 * i + 1] === 0) odd++
  }
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be'
  return null
}

/** The charset that a header of OFX, XML or HTML names; null when it names none that exists. */
function namedCharset(head: Uint8Array): string | null {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 2048)).toString('latin1')
  const named =
    /CHARSET:\s*([\w-]+)/i.exec(text)?.[1] ??
    /<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(text)?.[1] ??
    /<meta\s[^>]{0,300}charset\s*=\s*["']?([\w-]+)/i.exec(text)?.[1] ??
    ''
  const encoding = charsetNamed(named)
  return encoding?.startsWith('utf') ? null : encoding
}

async function isStrictUtf8(source: Source): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of source.open()) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/**
 * Whether most letters beyond ASCII are whole in UTF-8: banks that cut a name at a number of bytes break one here and
 * there. Text of another charset has hardly any that are whole.
 */
async function isMostlyUtf8(source: Source): Promise<boolean> {
  let [whole, broken, open] = [0, 0, 0]
  for await (const chunk of source.open())
    for (const byte of chunk) {
      const continues = byte >= 0x80 && byte < 0xc0
      if (open > 0 && continues) {
        open--
        if (open === 0) whole++
        continue
      }
      if (open > 0 || continues) broken++
      open =
        byte >= 0xc2 && byte < 0xe0
          ? 1
          : byte >= 0xe0 && byte < 0xf0
            ? 2
            : byte >= 0xf0 && byte < 0xf5
              ? 3
              : 0
      if (open === 0 && byte >= 0xc0) broken++
    }
  return whole > 2 * (broken + (open > 0 ? 1 : 0))
}

/**
 * The encoding of a text: its byte order mark, the share of NUL bytes, UTF-8 when (nearly) the whole file is valid, else
 * the charset its header names, else what its letters are of, else windows-1252. A header's claim never beats the bytes.
 */
export async function detectEncoding(source: Source): Promise<string> {
  const head = await headOf(source, headLength)
  const sure = byMark(head) ?? byNulShare(head)
  if (sure) return sure
  if ((await isStrictUtf8(source)) || (await isMostlyUtf8(source))) return 'utf-8'
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  return namedCharset(head) ?? dosCharset(text) ?? charsetByLetters(head) ?? 'windows-1252'
}

/** Holds the last letter and its marks back, or a line end, so that no chunk ends inside a pair. */
function splitSafely(text: string): [string, string] {
  let cut = text.length
  while (cut > 0 && isCombining(text.charCodeAt(cut - 1))) cut--
  cut = Math.max(0, cut - 1)
  if (cut > 0 && text[cut] === '\n' && text[cut - 1] === '\r') cut--
  return [text.slice(0, cut), text.slice(cut)]
}

function tidy(text: string): string {
  const kept = text.includes('\u0000') ? text.replaceAll('\u0000', '') : text
  const lines = kept.includes('\r') ? kept.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : kept
  return combining.test(lines) ? lines.normalize('NFC') : lines
}

/** The text of a source in chunks: lines end in `\n`, letters with separate accents (Vietnamese NFD) are composed, NULs dropped. */
export async function* decodeText(source: Source, encoding: string): AsyncGenerator<string> {
  const decoder = decoderOf(encoding)
  let held = ''
  for await (const chunk of source.open()) {
    const [ready, rest] = splitSafely(held + decoder.decode(chunk, { stream: true }))
    held = rest
    if (ready !== '') yield tidy(ready)
  }
  const last = tidy(held + decoder.decode())
  if (last !== '') yield last
}
