import { cache } from 'react'
import { requireScope } from '#lib/auth/scope.ts'
import { isId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { type ChosenPeriod, choosePeriod } from '#lib/spending/choose-period.ts'
import { readBasis } from '#lib/spending/queries.ts'
import type { Basis } from '#lib/spending/types.ts'

export type PageSearch = Promise<Record<string, string | string[] | undefined>>

export type PageBasis = { scope: Scope; basis: Basis; chosen: ChosenPeriod }

const basisOf = cache(async () => {
  const scope = await requireScope()
  return { scope, basis: await readBasis(scope) }
})

/** What every panel of a page starts from; read once per request. */
export async function pageBasis(search: PageSearch): Promise<PageBasis> {
  const { scope, basis } = await basisOf()
  return { scope, basis, chosen: choosePeriod(scope, basis, await search) }
}

/** The account an address asks for; nonsense is no account. */
export async function accountOf(search: PageSearch): Promise<string | undefined> {
  const { account } = await search
  return typeof account === 'string' && isId(account) ? account : undefined
}
