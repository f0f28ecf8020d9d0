import { refuse } from '../refusal.ts'
import type { FileFacts, Sink, TextReader } from '../sink.ts'
import type { ReadProblem } from '../types.ts'
import type { Layout } from './layout.ts'
import { mappingOf } from './questions.ts'
import { rowReader } from './read-rows.ts'
import { csvTokeniser, type OnRecord } from './tokenise.ts'

/** Reads records by a layout that leaves nothing open (see studyRecords); give it every record of the file, in order. */
export function recordReader(layout: Layout, sink: Sink): { record: OnRecord; end(): FileFacts } {
  let firstSkipped: ReadProblem | null = null
  const rows = rowReader(layout, {
    ...sink,
    problem(problem) {
      if (problem.severity === 'skipped') firstSkipped ??= problem
      sink.problem(problem)
    },
  })
  let index = 0
  return {
    record(cells, line) {
      if (index++ >= layout.firstRecord) rows.read(cells, line)
    },
    end() {
      for (const { code, message, values } of layout.assumed)
        sink.problem({ line: null, severity: 'warning', code, message, values })
      if (rows.finish() === 0 && firstSkipped) throw noneReadable(firstSkipped)
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

/** Reads a delimited text by its layout. */
export function csvReader(layout: Layout, sink: Sink): TextReader {
  const records = recordReader(layout, sink)
  const tokens = csvTokeniser(layout.delimiter, records.record, (line) =>
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
      return records.end()
    },
  }
}

const noneReadable = ({ line, message }: ReadProblem) =>
  refuse('noneReadable', `No line could be read as a transaction. Line ${line ?? 0}: ${message}`, {
    line: line ?? 0,
    message,
  })
