import { csvTokeniser, type OnRecord, recordsOf } from './tokenise.ts'

/** Hands over every record of a file from its beginning, each time it is called. Records without any text are left out. */
export type EachRecord = (onRecord: OnRecord) => Promise<void>

/** A file as records, whatever cuts it: the delimiter of a text, or the cells of a sheet. */
export type Records = {
  /** The first records, enough to find the table. */
  head: { cells: string[]; line: number }[]
  each: EachRecord
  delimiter: string
}

/** The text of a file from its beginning, each time it is called. */
export type Texts = () => AsyncIterable<string>

const headRecords = 300

/** The records of a delimited text; `start` is its beginning, cut at a line end. */
export const textRecords = (texts: Texts, start: string, delimiter: string): Records => ({
  head: recordsOf(start, delimiter, headRecords),
  delimiter,
  each: async (onRecord) => {
    const tokens = csvTokeniser(delimiter, onRecord, () => {})
    for await (const text of texts()) tokens.push(text)
    tokens.end()
  },
})

/** The records of a sheet that is in memory. */
export const sheetRecords = (rows: readonly { cells: string[]; line: number }[]): Records => ({
  head: rows.slice(0, headRecords),
  delimiter: ',',
  each: async (onRecord) => {
    for (const { cells, line } of rows) onRecord(cells, line)
  },
})
