import { moneyAt, proveByBalance, sidedMoney } from './balance-proof.ts'
import { bothSigns, type Column } from './column.ts'
import { isNegative } from './facts.ts'
import type { Columns } from './layout.ts'

type Rows = readonly (readonly string[])[]

const marks = ['.', ','] as const
const filled = (row: readonly string[], at: number): boolean => (row[at]?.trim() ?? '') !== ''

/** Columns of which each row fills exactly one. */
const takeTurns = (a: Column, b: Column, rows: Rows): boolean =>
  rows.every((row) => !(filled(row, a.at) && filled(row, b.at)))

/** An amount and its running balance, proved row by row. */
function provedAmount(columns: Columns, money: readonly Column[], rows: Rows): boolean {
  const pairs = money.flatMap((amount) =>
    money
      .filter((balance) => balance !== amount)
      .filter((balance) =>
        marks.some((mark) =>
          proveByBalance(rows, moneyAt(amount.at, mark), moneyAt(balance.at, mark), undefined, columns.date),
        ),
      )
      .map((balance) => [amount, balance] as const),
  )
  const [only] = pairs
  if (!only || pairs.length > 1) return false
  columns.amount = only[0].at
  columns.balance = only[1].at
  return true
}

/** Debit, credit and the balance that tells which of the two is which. */
function provedSides(columns: Columns, money: readonly Column[], rows: Rows): boolean {
  for (const [at, a] of money.entries())
    for (const b of money.slice(at + 1)) {
      if (!takeTurns(a, b, rows)) continue
      for (const balance of money.filter((one) => one !== a && one !== b))
        for (const mark of marks) {
          const proof = proveByBalance(
            rows,
            sidedMoney(a.at, b.at, mark),
            moneyAt(balance.at, mark),
            undefined,
            columns.date,
          )
          if (!proof) continue
          columns.debit = proof.sign === 1 ? a.at : b.at
          columns.credit = proof.sign === 1 ? b.at : a.at
          columns.balance = balance.at
          return true
        }
    }
  return false
}

/** Finds the amount, or debit and credit, and the balance; true when nothing else fits. Takes the first guess otherwise. */
export function placeMoney(columns: Columns, money: readonly Column[], rows: Rows): boolean {
  if (provedSides(columns, money, rows) || provedAmount(columns, money, rows)) return true
  const [first, second, third] = money
  if (!first) return false
  if (second && takeTurns(first, second, rows)) {
    columns.debit = first.at
    columns.credit = second.at
    if (third) columns.balance = third.at
    return false
  }
  columns.amount = first.at
  if (second) columns.balance = second.at
  const told = bothSigns(first) || columns.type !== -1 || first.cells.every(isNegative)
  return told && (second === undefined || !second.cells.some(isNegative)) && third === undefined
}
