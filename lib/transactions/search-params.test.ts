import { expect, test } from 'vitest'
import { filterCount, filtersOf } from './search-params.ts'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'

test('reads what it knows and ignores what it does not', () => {
  const filters = filtersOf({
    account: `${id},x`,
    from: '2026-02-31',
    to: '2026-02-28',
    min: '-3',
    max: '12.5',
    bucket: 'spending,refund,no',
    q: ' phở ',
    kind: 'odd',
  })
  expect(filters).toMatchObject({
    account: [id],
    to: '2026-02-28',
    max: '12.5',
    bucket: ['spending', 'refund'],
    q: 'phở',
  })
  expect(filterCount(filters)).toBe(5)
})

test('only rows to review are asked for by one word', () => {
  expect(filtersOf({ review: 'needed' }).review).toBe('needed')
  expect(filtersOf({ review: 'x' }).review).toBeUndefined()
})

test('no category is written as none or as the zero id', () => {
  expect(filtersOf({ category: 'none' }).category).toBe('none')
  expect(filtersOf({ category: '00000000-0000-0000-0000-000000000000' }).category).toBe('none')
  expect(filtersOf({ category: 'x' }).category).toBeUndefined()
})
