import { createReadStream } from 'node:fs'
import { decoderOf } from './read/charsets.ts'

const longest = 400

/**
 * The text of the file from each of `lines` (1-based, ascending) up to the next of them, for showing beside what was read:
 * white space collapsed, at most 400 characters. Reads no further than `maxBytes`.
 */
export async function readRawLines(
  path: string,
  encoding: string,
  lines: readonly number[],
  maxBytes = 512 * 1024,
): Promise<string[]> {
  const decoder = decoderOf(encoding)
  let text = ''
  const last = lines.at(-1) ?? 0
  for await (const bytes of createReadStream(path, { end: maxBytes - 1 })) {
    text += decoder.decode(bytes, { stream: true })
    if (countLines(text) > last + 40) break
  }
  const all = text.split(/\r\n|\n|\r/)
  return lines.map((line, index) => {
    const next = lines[index + 1] ?? line + 1
    const end = next > line ? Math.min(next, line + 20) - 1 : line
    return all
      .slice(line - 1, end)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, longest)
  })
}

const countLines = (text: string): number => text.split(/\r\n|\n|\r/).length
