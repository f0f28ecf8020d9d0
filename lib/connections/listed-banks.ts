import 'server-only'
import type { Scope } from '#lib/core/scope.ts'
import { contextOf, type World } from './context.ts'
import type { ListedBank } from './listed-bank.ts'
import { ProviderError } from './providers/provider-error.ts'
import { providerOf } from './providers.ts'

/** The banks that a provider names in a country (two letters), by name. Asks the provider. Throws ProviderError, EgressError. */
export async function listBanks(
  scope: Scope,
  provider: string,
  country: string,
  world?: World,
): Promise<ListedBank[]> {
  const { listInstitutions, ...asked } = providerOf(provider)
  if (!listInstitutions) throw new ProviderError('not_supported', 'The provider names no banks.')
  const { context } = await contextOf(scope, asked, 'link', {}, world)
  const banks = await listInstitutions(context, country)
  return banks.toSorted((a, b) => a.name.localeCompare(b.name))
}
