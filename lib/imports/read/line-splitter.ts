import { refuse } from './refusal.ts'

const longest = 1_000_000

/** Cuts text that comes in pieces into lines and counts them from 1. Throws AppError on a line that no statement has. */
export function lineSplitter(onLine: (line: string, number: number) => void): {
  push(text: string): void
  end(): void
} {
  let held = ''
  let number = 0
  const give = (line: string) => {
    number++
    if (line.length > longest)
      throw refuse(
        'longLine',
        `Line ${number} is longer than ${longest} characters, so this is no statement.`,
        {
          line: number,
        },
      )
    onLine(line, number)
  }
  return {
    push(text) {
      let from = 0
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
        give(held + text.slice(from, at))
        held = ''
        from = at + 1
      }
      held += text.slice(from)
      if (held.length > longest) give(held)
    },
    end() {
      if (held !== '') give(held)
      held = ''
    },
  }
}
