import { exponentOf } from './currency.ts'

/** An amount in minor units of an ISO 4217 currency. Money in is positive, money out is negative. */
export type Money = { minor: bigint; currency: string }

/** A sum over several currencies or rates: `total` is null when some part could not be converted. */
export type Total = { total: Money | null; known: Money; missing: number }

export const money = (minor: bigint, currency: string): Money => ({ minor, currency })
export const zero = (currency: string): Money => ({ minor: 0n, currency })

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`Cannot combine ${a.currency} with ${b.currency}.`)
}

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b)
  return { minor: a.minor + b.minor, currency: a.currency }
}

export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b)
  return { minor: a.minor - b.minor, currency: a.currency }
}

export const negate = (a: Money): Money => ({ minor: -a.minor, currency: a.currency })
export const absolute = (a: Money): Money => (a.minor < 0n ? negate(a) : a)

/** Adds amounts of one currency; an empty list is zero of `currency`. */
export const sum = (amounts: readonly Money[], currency: string): Money => amounts.reduce(add, zero(currency))

const plain = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** Reads a plain decimal (`-12.30`) exactly. Digits below the minor unit are rounded half away from zero, and said so. */
export function parseDecimal(text: string, currency: string): { minor: bigint; rounded: boolean } | null {
  const match = plain.exec(text)
  if (!match) return null
  const exponent = exponentOf(currency)
  const fraction = match[3] ?? ''
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0')
  const rest = fraction.slice(exponent)
  let minor = BigInt((match[2] ?? '') + kept)
  if (rest !== '' && (rest[0] ?? '0') >= '5') minor += 1n
  return { minor: match[1] === '-' ? -minor : minor, rounded: /[1-9]/.test(rest) }
}

/** The decimal text of an amount, with exactly the currency's decimals: `-12.30`, `-250000`. */
export function toDecimal({ minor, currency }: Money): string {
  const exponent = exponentOf(currency)
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0')
  const whole = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
  return minor < 0n ? `-${whole}` : whole
}

/** Splits an amount by weights so that the parts sum to it exactly; leftovers go to the earliest parts. */
export function allocate(amount: Money, weights: readonly bigint[]): Money[] {
  const total = weights.reduce((a, b) => a + b, 0n)
  if (total <= 0n) throw new RangeError('Weights must add up to more than zero.')
  const shares = weights.map((weight) => (amount.minor * weight) / total)
  let rest = amount.minor - shares.reduce((a, b) => a + b, 0n)
  const step = rest < 0n ? -1n : 1n
  return shares.map((share) => {
    if (rest === 0n) return money(share, amount.currency)
    rest -= step
    return money(share + step, amount.currency)
  })
}

/** `part / whole` in whole percent, rounded half away from zero; null when there is nothing to compare with. */
export function percentOf(part: bigint, whole: bigint): number | null {
  if (whole === 0n) return null
  const scaled = (part * 1000n) / whole
  return Math.round(Number(scaled) / 10)
}
