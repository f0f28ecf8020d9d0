import { UsageError } from './command.ts'

const limit = 4096

/** One line of standard input, without its line end: a passphrase never appears among the arguments. */
export async function readPassphrase(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Passphrase (15 characters or more), then Enter: ')
  let text = ''
  for await (const chunk of process.stdin) {
    text += String(chunk)
    if (text.includes('\n') || text.length > limit) break
  }
  const line = text.split('\n')[0]?.replace(/\r$/, '') ?? ''
  if (line === '') throw new UsageError('Standard input held no passphrase.')
  return line
}
