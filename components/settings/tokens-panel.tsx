import { KeyRound } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Row, RowList } from '#components/ui/data-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Time } from '#components/ui/time.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { dateInZone } from '#lib/core/calendar.ts'
import { formatDate } from '#lib/i18n/format.ts'
import { listApiTokens } from '#lib/users/queries.ts'
import type { ApiToken } from '#lib/users/types.ts'
import { RevokeTokenButton } from './revoke-buttons.tsx'
import { TokenForm } from './token-form.tsx'

export async function NewTokenPanel() {
  const t = await getTranslations('settings')
  await requireScope()
  return (
    <Card heading={t('tokenNew')} className="max-w-2xl">
      <TokenForm />
    </Card>
  )
}

/** The tokens there are: what each may do, when it was used, until when it works. */
export async function TokensPanel() {
  const [scope, t] = await Promise.all([requireScope(), getTranslations('settings')])
  const tokens = await listApiTokens(scope)
  if (tokens.length === 0)
    return (
      <Card className="max-w-2xl">
        <EmptyState
          icon={<Icon of={KeyRound} size={24} />}
          title={t('tokensEmptyTitle')}
          text={t('tokensEmptyText')}
        />
      </Card>
    )
  const ended = (token: ApiToken) => token.expiresAt !== null && token.expiresAt <= scope.now
  const end = (token: ApiToken) =>
    token.expiresAt
      ? t('tokenEnds', { date: formatDate(dateInZone(token.expiresAt, scope.timeZone), scope.locale) })
      : t('tokenNoEnd')
  return (
    <Card heading={t('tokens')} className="max-w-2xl">
      <RowList className="mt-2">
        {tokens.map((token) => (
          <Row
            key={token.id}
            title={
              <span className="inline-flex items-center gap-2">
                {token.name}
                {ended(token) ? (
                  <Badge tone="warning">{t('tokenEnded')}</Badge>
                ) : (
                  <Badge>{t(token.scopes.includes('write') ? 'tokenReadWrite' : 'tokenRead')}</Badge>
                )}
              </span>
            }
            text={
              <>
                {token.lastUsedAt
                  ? t.rich('tokenUsed', {
                      when: () =>
                        token.lastUsedAt && (
                          <Time instant={token.lastUsedAt} timeZone={scope.timeZone} now={scope.now} />
                        ),
                    })
                  : t('tokenNeverUsed')}
                {' · '}
                {end(token)}
              </>
            }
            value={<RevokeTokenButton id={token.id} name={token.name} />}
          />
        ))}
      </RowList>
    </Card>
  )
}
