import type { Mapping } from './csv/mapping.ts'
import type { RawRow, ReadAccount, ReadProblem, ReadRow } from './types.ts'

/** Where a reader puts what it finds, in the order of the file. */
export type Sink = {
  account(account: ReadAccount): void
  row(row: ReadRow): void
  problem(problem: ReadProblem): void
}

/** What a reader knows about the file itself when it has seen all of it. */
export type FileFacts = {
  profile: string | null
  institution: string | null
  mapping: Mapping | null
  rawRows?: RawRow[]
}

/** A reader takes decoded text piece by piece; it throws AppError when the file cannot be a statement. */
export type TextReader = { push(text: string): void; end(): FileFacts }
