import { parseArgs } from 'node:util'

/** One command of `npm run -s minh -- <command>`. */
export type Command = {
  /** One word, or two: `user add`. */
  name: string
  /** What follows the name: `FILE [--replace]`. */
  usage: string
  /** One line for the list of commands. */
  summary: string
  /** What `--help` adds to the summary. */
  details: string
  /** Prints the answer on stdout; a thrown error goes to stderr with exit status 1. */
  run: (args: string[]) => Promise<void>
}

/** The command was called the wrong way: exit status 2 and its usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

type OptionKinds = Record<string, { type: 'string' | 'boolean' }>
type Arguments = { values: Record<string, string | boolean | undefined>; files: string[] }

/** Reads a command's arguments; anything it does not know is a UsageError. */
export function readArguments(
  args: string[],
  options: OptionKinds,
  positionals: [number, number],
): Arguments {
  const parsed = parse(args, options)
  const [least, most] = positionals
  if (parsed.files.length < least) throw new UsageError('Something is missing.')
  if (parsed.files.length > most) throw new UsageError(`'${parsed.files[most]}' is too much.`)
  return parsed
}

function parse(args: string[], options: OptionKinds): Arguments {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values: { ...values } as Arguments['values'], files: positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`)
export const printJson = (value: unknown): void => print(JSON.stringify(value))
