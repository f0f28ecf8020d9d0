import type { RawRow } from './types.ts'

/** Rows of each account whose text is kept for the preview. */
const shownRows = 5
const mostShown = 100
const longest = 400

/**
 * Keeps the text of the first rows of each account, for files whose lines cannot be shown. `note` is called once for
 * every row, in order; `pieces` is asked for only when they are kept.
 */
export function firstRawRows() {
  const shown = new Map<string, number>()
  const rows: RawRow[] = []
  return {
    rows,
    note(account: string, line: number, pieces: () => readonly string[]) {
      const count = shown.get(account) ?? 0
      if (count >= shownRows || (count === 0 && shown.size >= mostShown)) return
      shown.set(account, count + 1)
      const text = pieces()
        .map((piece) =>
          piece
            .slice(0, 2 * longest)
            .replace(/\s+/g, ' ')
            .trim(),
        )
        .filter((piece) => piece !== '')
        .join(' │ ')
      rows.push({ account, line, text: text.slice(0, longest) })
    },
  }
}
