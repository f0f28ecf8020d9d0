import { isAppError } from '#lib/core/errors.ts'
import { toDecimal } from '#lib/core/money.ts'
import { type ReadOptions, readStatement } from './read-statement.ts'
import type { ReadRow, ReadSummary } from './types.ts'

type TestOptions = Partial<Omit<ReadOptions, 'onBatch'>> & { chunk?: number }

/** Reads a text or bytes in one go, or in pieces of `chunk` bytes, and returns everything. */
export async function readText(
  input: string | Uint8Array,
  { chunk, ...options }: TestOptions = {},
): Promise<{ summary: ReadSummary; rows: ReadRow[] }> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const size = chunk ?? Math.max(1, bytes.length)
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
  const rows: ReadRow[] = []
  const summary = await readStatement(pieces, {
    fileName: 'test',
    defaultCurrency: 'USD',
    ...options,
    onBatch: (batch) => {
      rows.push(...batch)
    },
  })
  return { summary, rows }
}

/** Rows as short lines: day, amount, payee. */
export function lines({ summary, rows }: { summary: ReadSummary; rows: readonly ReadRow[] }): string[] {
  const currencies = new Map(summary.accounts.map((account) => [account.key, account.currency]))
  return rows.map(
    (row) =>
      `${row.date} ${toDecimal({ minor: row.minor, currency: currencies.get(row.account) ?? 'USD' })} ${row.payee}`,
  )
}

/** The error a reading ends with; null when it ends well. */
export async function refusalOf(
  reading: Promise<unknown>,
): Promise<{ code: string; key: string; message: string; extra: Record<string, unknown> } | null> {
  try {
    await reading
    return null
  } catch (error) {
    if (!isAppError(error)) throw error
    return {
      code: error.code,
      key: error.details.messageKey ?? '',
      message: error.message,
      extra: error.details.extra ?? {},
    }
  }
}
