import type { Sink, TextReader } from '../sink.ts'
import type { Layout } from './layout.ts'
import { mappingOf } from './questions.ts'
import { rowReader } from './read-rows.ts'
import { csvTokeniser } from './tokenise.ts'

/** Reads a CSV by a layout that leaves nothing open (see studyCsv). */
export function csvReader(layout: Layout, sink: Sink): TextReader {
  const rows = rowReader(layout, sink)
  let index = 0
  const tokens = csvTokeniser(
    layout.delimiter,
    (cells, line) => {
      if (index++ >= layout.firstRecord) rows.read(cells, line)
    },
    (line) =>
      sink.problem({
        line,
        severity: 'warning',
        code: 'stray_quote',
        message: `Line ${line} opens a quote that nothing closes; the line was read without quotes.`,
      }),
  )
  return {
    push: (text) => tokens.push(text),
    end() {
      tokens.end()
      for (const { code, message, values } of layout.assumed)
        sink.problem({ line: null, severity: 'warning', code, message, values })
      if (rows.finish() === 0)
        sink.problem({
          line: null,
          severity: 'warning',
          code: 'no_rows',
          message: 'The file names its columns but holds no transactions.',
        })
      return {
        profile: layout.profile,
        institution: layout.institution,
        mapping: layout.profile ? null : mappingOf(layout),
      }
    },
  }
}
