/** Decimals of the currencies that do not have two (ISO 4217, table A.1). */
const exponents: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
}

const code = /^[A-Z]{3}$/

/** Whether the text has the shape of an ISO 4217 code. */
export const isCurrencyCode = (text: string): boolean => code.test(text)

/** Number of decimals of a currency; 2 for those without an entry of their own. */
export const exponentOf = (currency: string): number => exponents[currency] ?? 2
