import { describe, expect, test } from 'vitest'
import { addDays, asDate, type CalendarDate, daysBetween } from '#lib/core/calendar.ts'
import { bankDay, calledDay } from './clock.ts'
import { accountKeys, type BankLogin, loginBook } from './login-book.ts'

const openedOn = asDate('2026-11-23')
const login: BankLogin = {
  openedOn,
  skips: [],
  seed: 4711,
  currency: 'USD',
  accounts: accountKeys,
  broken: false,
}
const rowsOn = (day: CalendarDate, of = login) =>
  loginBook(of, day).accounts.flatMap(({ id, rows }) => rows.map((row) => ({ ...row, account: id })))
const keyOf = (id: string) => id.slice(2)

describe('a login at the Demo Bank', () => {
  test('sees the same for the same seed and day, and something else for another seed', () => {
    expect(loginBook(login, openedOn)).toEqual(loginBook({ ...login }, openedOn))
    expect(rowsOn(openedOn, { ...login, seed: 4712 })).not.toEqual(rowsOn(openedOn))
  })

  test('sees a year of four accounts within their means', () => {
    const { accounts } = loginBook(login, openedOn)
    expect(accounts.map(({ currency }) => currency)).toEqual(['USD', 'USD', 'USD', 'VND'])
    expect(accounts.every(({ rows }) => rows.length >= 12)).toBe(true)
    expect(rowsOn(openedOn).length).toBeGreaterThan(700)
    const [checking, savings, card] = accounts
    expect(
      (checking?.balance ?? 0n) > 0n && (savings?.balance ?? 0n) > 0n && (card?.balance ?? 0n) < 0n,
    ).toBe(true)
  })

  test('what was booked stays as it is, and what was pending is booked one to three days later', () => {
    let [dearer, renamed] = [0, 0]
    for (let day = 0; day < 60; day++) {
      const [before, after] = [rowsOn(addDays(openedOn, day)), rowsOn(addDays(openedOn, day + 1))]
      const later = new Map(after.map((row) => [keyOf(row.id) + row.account, row]))
      for (const row of before) {
        const next = later.get(keyOf(row.id) + row.account)
        if (!row.pending) expect(next).toEqual(row)
        else if (next && !next.pending) {
          expect(daysBetween(row.date, next.date)).toBeGreaterThanOrEqual(1)
          expect(daysBetween(row.date, next.date)).toBeLessThanOrEqual(3)
          if (next.minor < row.minor) dearer++
          if (next.id !== row.id) renamed++
        } else expect(next).toEqual(row)
      }
    }
    expect([dearer > 3, renamed > 20]).toEqual([true, true])
  })

  test('has no id twice, on any day', () => {
    for (let day = 0; day < 40; day++) {
      const ids = rowsOn(addDays(openedOn, day)).map(({ id, account }) => `${account} ${id}`)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test('has both sides of every transfer between its accounts', () => {
    const rows = rowsOn(addDays(openedOn, 30))
    const sum = (pattern: RegExp) =>
      rows
        .filter(({ description }) => pattern.test(description))
        .reduce((total, { minor }) => total + minor, 0n)
    expect(sum(/TRANSFER TO/)).toBeLessThan(0n)
    expect(sum(/TRANSFER TO/) + sum(/TRANSFER FROM/)).toBe(0n)
    const payments = rows.filter(({ description }) => /CARD ONLINE PAYMENT|THANK YOU/.test(description))
    expect(payments.length).toBeGreaterThan(20)
    expect(sum(/CARD ONLINE PAYMENT/) + sum(/THANK YOU/)).toBe(0n)
  })

  test('days let pass book what was pending and are called today, then and afterwards', () => {
    const skipped = { ...login, skips: [{ on: openedOn, days: 7 }] }
    const [before, after] = [rowsOn(openedOn), rowsOn(openedOn, skipped)]
    expect(after.length).toBeGreaterThan(before.length + 7)
    expect(after.every(({ date }) => date <= openedOn)).toBe(true)
    const waiting = new Set(before.filter(({ pending }) => pending).map(({ id }) => keyOf(id)))
    expect(waiting.size).toBeGreaterThan(0)
    expect(after.filter(({ id, pending }) => pending && waiting.has(keyOf(id)))).toEqual([])
    const tomorrow = new Map(rowsOn(addDays(openedOn, 1), skipped).map((row) => [row.account + row.id, row]))
    for (const row of after.filter(({ pending }) => !pending))
      expect(tomorrow.get(row.account + row.id)).toEqual(row)
  })

  test('has whole đồng at đồng prices for a household of đồng', () => {
    const [checking] = loginBook({ ...login, currency: 'VND' }, openedOn).accounts
    expect(checking?.currency).toBe('VND')
    expect(checking?.rows.every(({ minor }) => minor % 1000n === 0n)).toBe(true)
    expect(checking?.rows.some(({ minor }) => minor === 53_000_000n)).toBe(true)
  })
})

test('the bank’s day runs ahead by what was let pass, and each of its days has one name', () => {
  const clock = {
    openedOn,
    skips: [
      { on: openedOn, days: 1 },
      { on: openedOn, days: 2 },
      { on: addDays(openedOn, 5), days: 7 },
    ],
  }
  expect(bankDay(clock, addDays(openedOn, -1))).toBe(addDays(openedOn, -1))
  expect(bankDay(clock, openedOn)).toBe(addDays(openedOn, 3))
  expect(bankDay(clock, addDays(openedOn, 5))).toBe(addDays(openedOn, 15))
  for (let day = -3; day < 30; day++) {
    const named = calledDay(clock, addDays(openedOn, day))
    expect(bankDay(clock, named) >= addDays(openedOn, day)).toBe(true)
    expect(bankDay(clock, addDays(named, -1)) < addDays(openedOn, day)).toBe(true)
  }
})
