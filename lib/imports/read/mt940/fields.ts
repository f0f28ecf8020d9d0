import { lineSplitter } from '../line-splitter.ts'

/** One field of a SWIFT message: its tag without the colons, and its lines. */
export type SwiftField = { tag: string; line: number; lines: string[] }

export type SwiftEvents = {
  /** Called with each field; `next` is never inside it any more. */
  field(field: SwiftField): void
  /** The message ends here: at a line of `-`, the next envelope, or where the file does. */
  close(atEnd: boolean): void
}

const start = /^\s{0,3}:(\d{2}[A-Z]?|NS):(.*)$/
const envelope = /^\s*-?\}|^\s*\{\d:/
const mostLines = 200

/**
 * Cuts a text into SWIFT fields. Envelopes, preambles and blank lines between messages are dropped. A `-` alone ends
 * the message only when no further text of a field follows: banks break words at hyphens.
 */
export function swiftTokeniser(events: SwiftEvents): { push(text: string): void; end(): void } {
  let open: SwiftField | null = null
  let dash = false
  const finish = () => {
    if (open) events.field(open)
    open = null
  }
  const close = (atEnd = false) => {
    finish()
    events.close(atEnd)
    dash = false
  }
  const inDetails = () => open !== null && (open.tag === '86' || open.tag === '61')
  const take = (written: string, line: number): void => {
    const text = written.replace(/(?<=.)-\}.*$/, '')
    takeLine(text, line)
    if (text !== written) close()
  }
  const takeLine = (text: string, line: number): void => {
    if (envelope.test(text)) {
      close()
      const body = text.lastIndexOf('{4:')
      if (body !== -1 && text.slice(body + 3).trim() !== '') take(text.slice(body + 3), line)
      return
    }
    const found = start.exec(text)
    if (found) {
      if (dash) close()
      finish()
      open = { tag: found[1] ?? '', line, lines: [found[2] ?? ''] }
      return
    }
    if (text.trim() === '-') {
      if (dash || !inDetails()) close()
      else dash = true
      return
    }
    if (dash && text.trim() === '') close()
    else if (open && open.lines.length < mostLines) {
      if (dash) open.lines.push('-')
      open.lines.push(text)
    }
    dash = false
  }
  const lines = lineSplitter(take)
  return {
    push: lines.push,
    end() {
      lines.end()
      close(!dash)
    },
  }
}
