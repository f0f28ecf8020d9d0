import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Card, CardGrid } from '#components/ui/card.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { institutionOf } from '#lib/connections/institutions.ts'
import { listedBankOf } from '#lib/connections/listed-bank.ts'
import { configuredProviders } from '#lib/connections/provider-setups.ts'
import { providerIdOf } from '#lib/connections/provider-words.ts'
import { redirect } from '#lib/i18n/navigation.ts'
import { ConsentForm } from './consent-form.tsx'
import { knownConnection } from './known-connection.ts'

export type ConsentQuery = { bank: string | null; repair: string | null; renew: string | null }

/** Which data, for what, how long, who gets it and what it costs, before anything is fetched. */
export async function ConsentPanel({ provider, query }: { provider: string; query: ConsentQuery }) {
  const [t, configured, scope] = await Promise.all([
    getTranslations('connections'),
    configuredProviders(),
    requireScope(),
  ])
  const id = providerIdOf(provider)
  if (!id || !configured.has(id)) notFound()
  const connectionId = query.renew ?? query.repair ?? undefined
  // Repaired or agreed to again is a login of one's own, at the provider that has it.
  if (connectionId !== undefined && (await knownConnection(scope, connectionId)).provider !== id) notFound()
  const bank = id === 'enablebanking' ? listedBankOf(query.bank ?? '') : null
  if (id === 'enablebanking' && !bank && connectionId === undefined)
    redirect({ href: '/link/europe', locale: await getLocale() })
  const name = t(`providers.${id}.name`)
  const facts = [
    { title: t('consent.what'), text: t('consent.whatText') },
    {
      title: t('consent.who'),
      text: id === 'demo' ? t('consent.whoOwn') : t('consent.whoText', { provider: name }),
    },
    { title: t('consent.cost'), text: t(`providers.${id}.cost`) },
  ]
  return (
    <CardGrid>
      <Card span="wide">
        <ConsentForm
          provider={id}
          institutionId={bank?.id ?? institutionOf(query.bank ?? '')?.slug ?? null}
          connectionId={connectionId}
          renew={query.renew !== null}
        />
      </Card>
      {/* On one column the facts come before the button that agrees to them. */}
      <Card span="narrow" className="order-first @4xl:order-none">
        <dl className="grid gap-4">
          {facts.map(({ title, text }) => (
            <div key={title}>
              <dt className="text-label font-medium">{title}</dt>
              <dd className="text-muted text-pretty">{text}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </CardGrid>
  )
}
