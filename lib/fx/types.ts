import type { Money } from '#lib/core/money.ts'

/** `same` needed no rate; `unknown` means that no rate of that day is known, which is never taken as 1:1. */
export type Conversion =
  | { outcome: 'same'; amount: Money }
  | { outcome: 'converted'; amount: Money; rateDate: string }
  | { outcome: 'unknown'; from: Money; to: string }
