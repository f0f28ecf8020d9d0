import { lineSplitter } from '../line-splitter.ts'
import { clip } from '../text.ts'
import { type Section, sectionOf } from './sections.ts'

export type Split = { category: string; memo: string; amount: string }

/** The lines of one record: the code it begins with, the last text of each code, and the parts of a split row. */
export type QifRecord = {
  /** How the file leaves it: at `^`, at its last line, or inside of one that holds a number. */
  end?: 'missing' | 'cut'
  line: number
  first: string
  fields: Map<string, string>
  splits: Split[]
}

export type QifEvents = {
  record(record: QifRecord, section: Section): void
  /** `!Clear:AutoSwitch` and other options, in lower case. */
  option(text: string): void
  /** A line that opens movements, whether any follow or not. */
  opened?(section: Section & { kind: 'rows' }): void
}

const mostSplits = 500

/**
 * Cuts a QIF into records. Rows before any `!` line count as those of an account without a kind; a record ends at `^`,
 * at the next `!` line, at the end of the file, and, once it has a day and an amount, before a second day and before
 * the code it began with.
 */
export function qifTokeniser(events: QifEvents): { push(text: string): void; end(): void } {
  let section: Section = { kind: 'rows', type: 'checking', investment: false }
  let record: QifRecord | null = null
  let ends = false
  let finished = 0
  const last = { code: '', whole: true }
  const finish = () => {
    if (record) {
      events.record(record, section)
      finished++
    }
    record = null
  }
  const field = (code: string, text: string, line: number) => {
    const open = record
    last.code = code
    const again = code === 'D' || (code === open?.first && /[PTN]/.test(code))
    // A part of a split row may have a day of its own before its amount.
    if (open && again && section.kind === 'rows' && complete(open) && open.splits.at(-1)?.amount !== '')
      finish()
    record ??= { line, first: code, fields: new Map(), splits: [] }
    if (code === 'S' && record.splits.length < mostSplits)
      record.splits.push({ category: text, memo: '', amount: '' })
    const part = record.splits.at(-1)
    if (part && code === 'E') part.memo = text
    else if (part && code === '$') part.amount = text
    else if (code !== 'S' && code !== 'A') record.fields.set(code, text)
  }
  const lines = lineSplitter((raw, line) => {
    const text = raw.trim()
    if (text === '') return
    if (text.startsWith('!') || /^type ?:/i.test(text)) {
      finish()
      const next = sectionOf(text)
      if (next) section = next
      if (next?.kind === 'rows') events.opened?.(next)
      else events.option(text.slice(1).trim().toLowerCase())
    } else if (text.startsWith('^')) {
      ends = true
      finish()
    } else field(text.charAt(0), clip(text.slice(1).trim()), line)
  })
  return {
    push(text) {
      if (text !== '') last.whole = text.endsWith('\n')
      lines.push(text)
    },
    end() {
      lines.end()
      // A file that ends its records elsewhere has lost the end of its last; one that never does may write so.
      const cut = !last.whole && /[DTU$]/.test(last.code)
      if (record && (ends || (cut && finished === 0))) record.end = cut ? 'cut' : 'missing'
      finish()
    },
  }
}

const complete = ({ fields }: QifRecord): boolean => fields.has('D') && (fields.has('T') || fields.has('U'))
