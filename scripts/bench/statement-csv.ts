import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

const merchants = [
  'WHOLEFDS MKT #10234 SEATTLE WA',
  'SQ *BLUE BOTTLE COFFEE OAKLAND CA',
  'SHELL OIL 57444212300 PORTLAND OR',
  'AMAZON.COM*MK4L12 AMZN.COM/BILL WA',
  'NETFLIX.COM 866-579-7172 CA',
  'UBER *TRIP HELP.UBER.COM CA',
  'TRADER JOE S #131 SAN FRANCISCO CA',
  'CVS/PHARMACY #08442 BERKELEY CA',
  'TST* LITTLE STAR PIZZA ALBANY CA',
  'COMCAST CALIFORNIA 800-266-2278 CA',
  'TARGET T-2187 EMERYVILLE CA',
  'PAYROLL ACME CORP PPD ID: 9111111111',
]

export type Shape = { rows: number; from: number; ending: string }

const dayText = (day: number): string => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)

/** The text of row `n`: four years of days, a reference in two of three descriptors, an equal twin now and then. */
function lineOf(n: number, rows: number): string {
  const twin = n % 50 === 1 ? n - 1 : n
  const mixed = (twin * 2654435761) >>> 0
  const merchant = merchants[mixed % merchants.length] ?? ''
  const reference = twin % 3 === 0 ? '' : ` REF ${mixed % 1_000_000}`
  const cents = (mixed % 20_000) + 100
  const amount = `${merchant.startsWith('PAYROLL') ? '' : '-'}${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
  const day = dayText(Math.floor((twin / Math.max(rows, 1)) * 1460))
  return `${day},${merchant}${reference},${amount}`
}

/** Writes a deterministic bank statement; rows are numbered from `from` out of `all`, so that two files can overlap. */
export async function writeStatement(path: string, all: number, shape: Shape): Promise<void> {
  const file = createWriteStream(path)
  file.write('Date,Description,Amount\n')
  for (let n = shape.from; n < shape.from + shape.rows; n++)
    if (!file.write(`${lineOf(n, all)}\n`)) await once(file, 'drain')
  file.end(shape.ending)
  await finished(file)
}
