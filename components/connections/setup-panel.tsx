import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { requireScope, requireSession } from '#lib/auth/scope.ts'
import { listProviderSetups, type ProviderSetup } from '#lib/connections/provider-setups.ts'
import { providerIdOf } from '#lib/connections/provider-words.ts'
import { SetupForm } from './setup-form.tsx'

/** Every provider: what it costs, how to get its keys, whether it is ready. For the administrator. */
export async function SetupPanel() {
  const [scope, session] = await Promise.all([requireScope(), requireSession()])
  if (!session.isAdmin) notFound()
  const setups = await listProviderSetups(scope)
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-5">
      {setups.map((setup) => (
        <ProviderCard key={setup.provider} setup={setup} />
      ))}
    </div>
  )
}

async function ProviderCard({ setup }: { setup: ProviderSetup }) {
  const t = await getTranslations('connections')
  const id = providerIdOf(setup.provider)
  if (!id) return null
  const state = !setup.enabled ? 'off' : setup.ready ? 'ready' : 'missing'
  return (
    <Card
      heading={t(`providers.${id}.name`)}
      actions={<Badge tone={state === 'ready' ? 'positive' : 'neutral'}>{t(`setup.${state}`)}</Badge>}
    >
      <div className="mt-3 grid gap-2">
        <p>
          <span className="font-medium">{t('setup.cost')}: </span>
          {t(`providers.${id}.cost`)}
        </p>
        <p className="text-muted text-pretty">
          <span className="font-medium text-text">{t('setup.keys')}: </span>
          {t(`providers.${id}.keys`)}
        </p>
      </div>
      <SetupForm setup={setup} />
    </Card>
  )
}
