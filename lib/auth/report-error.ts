import { randomBytes } from 'node:crypto'

const field = (error: object, name: string): string | undefined => {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : undefined
}

/** What may be logged of an error: names, codes and places. Messages of the store quote rows, so they stay out. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const quotesRows = /^(Drizzle|database)/i.test(error.name) || field(error, 'severity') !== undefined
  return {
    name: error.name,
    code: field(error, 'code'),
    table: field(error, 'table'),
    constraint: field(error, 'constraint'),
    message: quotesRows || error.message.includes('\nparams:') ? undefined : error.message.slice(0, 300),
    at: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 6)
      .map((line) => line.trim()),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  }
}

/** Logs an unexpected error as one JSON line and returns the number a person can quote to find it. */
export function reportError(
  error: unknown,
  where: string,
  write = process.stderr.write.bind(process.stderr),
): string {
  const id = randomBytes(6).toString('hex')
  write(
    `${JSON.stringify({ level: 'error', at: new Date().toISOString(), id, where, error: describeError(error) })}\n`,
  )
  return id
}
