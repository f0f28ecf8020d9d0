import { expect, it } from 'vitest'
import type { Mapping } from '#lib/imports/read/csv/mapping.ts'
import { answersOf, columnsOf, editedMapping } from './mapping-answers.ts'

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
