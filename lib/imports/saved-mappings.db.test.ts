import { expect, it } from 'vitest'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { newId } from '#lib/core/ids.ts'
import { deleteMapping, editMapping, rememberMapping, renameMapping } from './mapping-mutations.ts'
import { listMappings } from './queries.ts'
import type { Mapping } from './read/csv/mapping.ts'

const mapping: Mapping = {
  columns: { date: 'Day', amount: 'Sum', description: ['Who'] },
  dateOrder: 'dmy',
  decimal: ',',
  sign: 'as_is',
}

it('renames, edits and deletes a saved mapping, in its own household only', async () => {
  const scope = await createHousehold()
  const other = await createHousehold()
  await withScope(scope, (tx) => rememberMapping(tx, scope, { signature: 'abc', name: 'Bank' }, mapping))
  const [saved] = await listMappings(scope)
  const id = saved?.id ?? newId()
  const edited: Mapping = { ...mapping, sign: 'inverted', currency: 'EUR' }
  await expect(editMapping(other, { id, mapping: edited })).rejects.toMatchObject({ code: 'not_found' })
  await expect(renameMapping(other, { id, name: 'Mine' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(deleteMapping(other, { id })).rejects.toMatchObject({ code: 'not_found' })
  await renameMapping(scope, { id, name: 'Card' })
  await editMapping(scope, { id, mapping: edited })
  expect(await listMappings(scope)).toMatchObject([{ id, name: 'Card', signature: 'abc', mapping: edited }])
  await deleteMapping(scope, { id })
  expect(await listMappings(scope)).toEqual([])
})
