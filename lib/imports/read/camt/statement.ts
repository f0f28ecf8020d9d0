import type { CalendarDate } from '#lib/core/calendar.ts'
import { exponentOf, isCurrencyCode } from '#lib/core/currency.ts'
import { type Amount, markOf, readAmount } from '../amount.ts'
import type { AccountType, ReadBalance } from '../types.ts'
import { dayOf, type Leaves, type Owner } from './entry.ts'

/** One `Stmt`, `Rpt` or `Ntfctn` while it is read; entries of other currencies than its own have accounts of their own. */
export type Statement = {
  line: number
  account: Leaves
  currency: string | null
  balances: WrittenBalance[]
  /** `FrToDt` as it is written. */
  span: Leaves
  /** What the booked entries in the account's own currency come to; null once an entry could not be read. */
  sum: bigint | null
  rows: number
  /** `TxsSummry` as it is written. */
  counted: Leaves
  /** The entries in the account's own currency without their signs, and with them; null once one could not be read. */
  tally: Tally | null
}

export type Tally = { count: number; booked: number; volume: bigint; bookedVolume: bigint; net: bigint }

/** A balance as it is written: `code` is CLBD, CLAV, OPBD … */
export type WrittenBalance = {
  code: string
  text: string
  currency: string
  negative: boolean
  asOf: CalendarDate | null
}

export const newStatement = (line: number): Statement => ({
  line,
  account: new Map(),
  currency: null,
  balances: [],
  span: new Map(),
  sum: 0n,
  rows: 0,
  counted: new Map(),
  tally: { count: 0, booked: 0, volume: 0n, bookedVolume: 0n, net: 0n },
})

/** An amount of the file: decimals with a point, as the standard demands; banks that write a comma are understood too. */
export function amountOf(text: string, currency: string): Amount | null {
  const mark = /^[+-]?\d*\.?\d*$/.test(text) ? '.' : /^[+-]?\d+,\d+$/.test(text) ? ',' : markOf(text)
  return readAmount(text, mark, exponentOf(currency))
}

/** A balance from the leaves below `Bal`; null when it has no amount. */
export function writtenBalance(leaves: Leaves, currency: string): WrittenBalance | null {
  const text = leaves.get('Amt')?.[0]
  if (text === undefined) return null
  const of = (path: string) => leaves.get(path)?.[0] ?? null
  const day = of('Dt/Dt') ?? of('Dt/DtTm') ?? of('Dt')
  return {
    code: (of('Tp/CdOrPrtry/Cd') ?? of('Tp/CdOrPrtry/Prtry') ?? of('Tp/Cd') ?? '').toUpperCase(),
    text,
    currency,
    negative: (of('CdtDbtInd') ?? '').toUpperCase().startsWith('DB'),
    asOf: dayOf(day),
  }
}

const ledgerCodes = ['CLBD', 'ITBD']
const availableCodes = ['CLAV', 'ITAV']

/** The balance of the best of `codes`, the newest of its kind; one in the account's own currency goes first. */
export function balanceOf(
  balances: readonly WrittenBalance[],
  kind: 'ledger' | 'available',
  currency: string,
): { balance: ReadBalance; written: WrittenBalance } | null {
  for (const own of [true, false])
    for (const code of kind === 'ledger' ? ledgerCodes : availableCodes) {
      let best: { balance: ReadBalance; written: WrittenBalance } | null = null
      for (const written of balances) {
        if (written.code !== code || (written.currency === currency) !== own) continue
        const minor = signed(written, currency)
        if (minor === null) continue
        if (best === null || (written.asOf ?? '') >= (best.balance.asOf ?? ''))
          best = { balance: { minor, asOf: written.asOf }, written }
      }
      if (best) return best
    }
  return null
}

/** The days a statement says it covers; null when it does not. */
export function spanOf({ span }: Statement): { from: CalendarDate; to: CalendarDate } | null {
  const day = (...paths: string[]) => {
    const text = paths.map((path) => span.get(path)?.[0]).find((value) => value !== undefined)
    return dayOf(text ?? null)
  }
  const from = day('FrDtTm', 'FrDt')
  const to = day('ToDtTm', 'ToDt')
  return from && to && from <= to ? { from, to } : null
}

/** The balance before the first entry, in the account's currency: the earliest OPBD, else PRCD. */
export function openingOf({ balances }: Statement, currency: string): ReadBalance | null {
  for (const code of ['OPBD', 'PRCD']) {
    const [first] = balances
      .filter((one) => one.code === code && one.currency === currency)
      .toSorted((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? -1 : 1))
    const minor = first ? signed(first, currency) : null
    if (first && minor !== null) return { minor, asOf: first.asOf }
  }
  return null
}

export function signed({ text, negative }: WrittenBalance, currency: string): bigint | null {
  const amount = amountOf(text, currency)
  return amount === null ? null : negative && amount.minor > 0n ? -amount.minor : amount.minor
}

/** The currency of a statement: what its account says, else its first balance. */
export function currencyOf({ account, balances }: Statement): string | null {
  const named = account.get('Ccy')?.[0]?.toUpperCase() ?? balances[0]?.currency ?? ''
  return isCurrencyCode(named) ? named : null
}

const types: Record<string, AccountType> = {
  SVGS: 'savings',
  MOMA: 'savings',
  ONDP: 'savings',
  LOAN: 'loan',
  MGLD: 'loan',
  CARD: 'credit_card',
  NREX: 'other',
  TRAD: 'investment',
}

/** The owner of a statement's account, by every name it goes by. */
export const ownerOf = ({ account }: Statement, id: string | null): Owner => ({
  id,
  names: ['Nm', 'Ownr/Nm', 'Ownr/Pty/Nm'].flatMap((path) => account.get(path) ?? []),
})

/** The facts of the account as the statement names it. */
export function accountFacts({ account }: Statement) {
  const of = (...paths: string[]) =>
    paths.map((path) => account.get(path)?.[0]).find((text) => text !== undefined) ?? null
  const agent = 'Svcr/FinInstnId'
  return {
    id: of('Id/IBAN', 'Id/Othr/Id', 'Id/PrtryAcct/Id', 'Id/BBAN', 'Id/UPIC', 'Id/Prxy/Id', 'Prxy/Id'),
    name: of('Nm'),
    institution: of(`${agent}/Nm`, `${agent}/CmbndId/Nm`),
    bankId: of(`${agent}/BICFI`, `${agent}/BIC`, `${agent}/ClrSysMmbId/MmbId`, `${agent}/Othr/Id`),
    type: types[(of('Tp/Cd') ?? '').toUpperCase()] ?? 'checking',
  }
}
