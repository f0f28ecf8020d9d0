import { letterNamed } from '../xlsx/html-entities.ts'

/** What the tokenizer finds: a tag that opens (with the text behind it), or one that closes. */
export type OfxHandler = {
  open(name: string, text: string, line: number): void
  close(name: string, line: number): void
}

/** A tag, whose name may have the prefix of a namespace. */
const tag = /<(\/?)(?:[A-Za-z][\w.-]{0,40}:)?([A-Za-z][A-Za-z0-9._-]*)((?:[\s/][^<>]*)?)>/y
const bang = 33
const question = 63
const maxText = 2_000
const maxPending = 4 * 1024 * 1024

/** Decodes the named letters of HTML and plain numbers; everything else, a lone `&` too, stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]\w{1,9}));/gi, (whole, decimal, hex, name) => {
    if (name) return letterNamed(name) ?? letterNamed(String(name).toLowerCase()) ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole
  })
}

const sections = [
  { start: '<!--', end: '-->' },
  { start: '<![CDATA[', end: ']]>' },
  { start: '<?', end: '?>' },
]

/**
 * Cuts SGML and XML OFX into tags. A leaf is a tag with text before the next tag, closed or not; `<` before
 * anything but a tag is text; comments and DOCTYPE are dropped and never expanded. Memory does not grow with depth.
 */
export function ofxTokenizer(handler: OfxHandler) {
  let buffer = ''
  let line = 1
  let openTag: { name: string; line: number } | null = null
  let text = ''

  let newlineAt = -1
  const findNewline = (from: number) => {
    const at = buffer.indexOf('\n', from)
    newlineAt = at === -1 ? Number.POSITIVE_INFINITY : at
  }
  /** Counts the lines up to `to`; each newline is looked for once, however many tags a line holds. */
  const countLines = (to: number) => {
    while (newlineAt < to) {
      line++
      findNewline(newlineAt + 1)
    }
  }
  const settle = () => {
    if (openTag) handler.open(openTag.name, decodeEntities(text).trim(), openTag.line)
    openTag = null
    text = ''
  }
  const addText = (from: number, to: number) => {
    if (openTag && text.length < maxText && to > from)
      text += buffer.slice(from, Math.min(to, from + maxText))
  }

  /** End of the markup at `at`, 0 when it is text, −1 when more input is needed. */
  const markupEnd = (at: number, final: boolean): number => {
    for (const section of sections) {
      if (!buffer.startsWith(section.start, at)) continue
      const end = buffer.indexOf(section.end, at + section.start.length)
      if (end === -1) return final ? buffer.length : -1
      if (section.start === '<![CDATA[') addText(at + section.start.length, end)
      return end + section.end.length
    }
    if (/^<!doctype/i.test(buffer.slice(at, at + 9))) {
      const bracket = buffer.indexOf('[', at)
      const close = buffer.indexOf('>', at)
      if (close === -1) return final ? buffer.length : -1
      if (bracket === -1 || bracket > close) return close + 1
      const end = buffer.indexOf(']>', bracket)
      return end === -1 ? (final ? buffer.length : -1) : end + 2
    }
    return 0
  }

  const consume = (final: boolean) => {
    let at = 0
    findNewline(0)
    for (;;) {
      const next = buffer.indexOf('<', at)
      if (next === -1) break
      if (!final && buffer.length - next < 2048 && buffer.indexOf('>', next) === -1) {
        addText(at, next)
        countLines(next)
        at = next
        break
      }
      addText(at, next)
      countLines(next)
      const second = buffer.charCodeAt(next + 1)
      const skipTo = second === bang || second === question ? markupEnd(next, final) : 0
      if (skipTo === -1) {
        at = next
        break
      }
      if (skipTo > 0) {
        countLines(skipTo)
        at = skipTo
        continue
      }
      tag.lastIndex = next
      const match = tag.exec(buffer)
      if (!match) {
        addText(next, next + 1)
        at = next + 1
        continue
      }
      settle()
      const name = (match[2] ?? '').toUpperCase()
      if (match[1] === '/') handler.close(name, line)
      else if (!match[3]?.endsWith('/')) openTag = { name, line }
      countLines(next + match[0].length)
      at = next + match[0].length
    }
    const rest = buffer.indexOf('<', at)
    if (rest === -1) {
      addText(at, buffer.length)
      countLines(buffer.length)
      buffer = ''
    } else buffer = buffer.slice(rest)
  }

  return {
    /** False when one piece of markup is longer than any statement has. */
    push(chunk: string): boolean {
      buffer += chunk
      consume(false)
      return buffer.length < maxPending
    },
    end() {
      consume(true)
      settle()
    },
    line: () => line,
  }
}
