import { expect, it } from 'vitest'
import type { Mapping } from '#lib/imports/read/csv/mapping.ts'
import { answersOf, asksOnlyOrder, columnsOf, editedMapping, mappingFrom } from './mapping-answers.ts'

const saved: Mapping = {
  delimiter: ';',
  columns: { date: 'Day', amount: 3, description: ['Who', 'What'], externalId: 'Id', category: 'Kind' },
  dateOrder: 'dmy',
  decimal: ',',
  sign: 'as_is',
  currency: 'EUR',
  accountType: 'savings',
}

it('edits a saved mapping without its file, and keeps what was never asked', () => {
  const answers = answersOf(saved, columnsOf(saved), [])
  expect(editedMapping(answers, saved)).toEqual(saved)
  expect(editedMapping({ ...answers, sign: 'inverted', currency: 'USD' }, saved)).toEqual({
    ...saved,
    sign: 'inverted',
    currency: 'USD',
  })
})

it('takes another known column, by its header or its place', () => {
  const columns = columnsOf(saved)
  const answers = answersOf(saved, columns, [])
  const what = columns.find((column) => column.header === 'What')?.index ?? null
  const edited = editedMapping(
    { ...answers, columns: { ...answers.columns, description: what, memo: 3 } },
    saved,
  )
  expect(edited?.columns).toMatchObject({ description: ['What'], memo: 3, amount: 3 })
})

it('is not saved while the date is missing', () => {
  const answers = answersOf(saved, columnsOf(saved), [])
  expect(editedMapping({ ...answers, columns: { ...answers.columns, date: null } }, saved)).toBeNull()
})

const proposed: Mapping = {
  columns: {
    date: 'Day',
    amount: 'Sum',
    description: ['Who', 'What'],
    currency: 'Money',
    status: 'State',
    account: 'Number',
    externalId: 'Id',
  },
  dateOrder: 'mdy',
  decimal: '.',
  sign: 'as_is',
}
const headers = ['Day', 'Sum', 'Who', 'What', 'Money', 'State', 'Number', 'Id']
const known = headers.map((header, index) => ({ index, header, sample: [] }))

it('answers the order of the days alone, and loses no state, account, currency or text of the proposal', () => {
  const answers = answersOf(proposed, known, [])
  expect(mappingFrom({ ...answers, dateOrder: 'dmy' }, proposed, known)).toEqual({
    ...proposed,
    dateOrder: 'dmy',
    accountType: 'checking',
  })
  const moved = { ...answers, currency: 'EUR', columns: { ...answers.columns, memo: 3, description: 7 } }
  expect(mappingFrom(moved, proposed, known)?.columns).toEqual({
    date: 'Day',
    amount: 'Sum',
    description: ['Id'],
    memo: 'What',
    status: 'State',
    account: 'Number',
  })
})

it('names columns by their place where the headers stand in two lines', () => {
  const places: Mapping = {
    ...proposed,
    headerRow: 1,
    columns: { date: 0, debit: 1, credit: 2, description: [3] },
  }
  const answers = answersOf(places, known, [])
  expect(mappingFrom(answers, places, known)?.columns).toEqual(places.columns)
})

it('asks for the order of day and month alone where nothing else is open', () => {
  const open = (id: 'dateOrder' | 'sign') => ({
    id,
    reason: 'ambiguous' as const,
    message: '',
    candidates: [],
  })
  expect(asksOnlyOrder([open('dateOrder')])).toBe(true)
  expect(asksOnlyOrder([open('dateOrder'), open('sign')])).toBe(false)
  expect(asksOnlyOrder([])).toBe(false)
  const unanswered = answersOf(proposed, known, [open('dateOrder')])
  expect(unanswered.dateOrder).toBeNull()
  expect(mappingFrom(unanswered, proposed, known)).toBeNull()
  expect(mappingFrom({ ...unanswered, dateOrder: 'dmy' }, proposed, known)).toMatchObject({
    dateOrder: 'dmy',
  })
})
