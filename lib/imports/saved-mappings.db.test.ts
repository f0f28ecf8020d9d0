import { expect, it } from 'vitest'
import { withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { deleteMapping, editMapping, rememberMapping, renameMapping } from './mapping-mutations.ts'
import { previewImport } from './mutations.ts'
import { listMappings } from './queries.ts'
import type { Mapping } from './read/csv/mapping.ts'
import { mappingRequestOf, signatureOf } from './read-with-memory.ts'

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

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** Nothing in it tells the day from the month, nor what its columns are. */
const unclear = (day: string, amount: string) => `a;b;c\n${day};${amount};Baker\n${day};${amount};Butcher\n`
const preview = (scope: Scope, text: string) =>
  previewImport(scope, { source: bytesOf(text), fileName: 'x.csv', currency: 'EUR' })

it('reads the next file as the mapping was edited', async () => {
  const scope = await createHousehold()
  const asked = await preview(scope, unclear('03/04/2026', '5,00')).then(() => null, mappingRequestOf)
  const columns = { date: 'a', amount: 'b', description: ['c'] }
  const saved: Mapping = { ...mapping, columns, currency: 'EUR' }
  const as = { signature: signatureOf(asked?.columns ?? []), name: 'Village' }
  await withScope(scope, (tx) => rememberMapping(tx, scope, as, saved))
  const before = await preview(scope, unclear('05/06/2026', '7,00'))
  expect(before).toMatchObject({ mappingName: 'Village', samples: [[{ date: '2026-06-05' }, {}]] })
  expect(before.accounts[0]?.sum.minor).toBe(1400n)
  const id = (await listMappings(scope))[0]?.id ?? newId()
  await editMapping(scope, { id, mapping: { ...saved, dateOrder: 'mdy', sign: 'inverted' } })
  const after = await preview(scope, unclear('05/06/2026', '7,00'))
  expect(after).toMatchObject({ mappingName: 'Village', samples: [[{ date: '2026-05-06' }, {}]] })
  expect(after.accounts[0]?.sum.minor).toBe(-1400n)
})
