import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { configuredProviders } from '#lib/connections/provider-setups.ts'
import type { Institution } from '#lib/connections/types.ts'
import { liveWaysOf, offered } from '#lib/connections/ways.ts'

/** The live ways to link a bank that this instance offers, best first; where there can be none, that is said. */
export async function WaysPanel({ bank }: { bank: Institution }) {
  const [t, configured] = await Promise.all([
    getTranslations('connections'),
    configuredProviders(),
    requireScope(),
  ])
  const possible = liveWaysOf(bank)
  const ways = offered(possible, configured)
  if (ways.length === 0)
    return (
      <Notice tone="info" className="mb-4">
        {possible.length === 0 ? t('wayUnlawful', { bank: bank.name }) : t('wayNone')}
      </Notice>
    )
  return (
    <Card heading={t('ways', { bank: bank.name })} className="mb-4">
      <ul className="divide-y divide-border">
        {ways.map((id, index) => {
          const provider = t(`providers.${id}.name`)
          return (
            <li key={id} className="flex flex-wrap items-center gap-3 py-3">
              <div className="min-w-0 flex-1 basis-64">
                <p className="font-medium">{provider}</p>
                <p className="text-muted text-pretty">{t('wayLive', { cost: t(`providers.${id}.cost`) })}</p>
              </div>
              <ButtonLink
                kind={index === 0 ? 'primary' : 'secondary'}
                href={`/link/with/${id}?bank=${bank.slug}`}
              >
                {t('way', { provider })}
              </ButtonLink>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
