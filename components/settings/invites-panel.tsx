import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import { Row, RowList } from '#components/ui/data-list.tsx'
import { requireScope, requireSession } from '#lib/auth/scope.ts'
import { dateInZone } from '#lib/core/calendar.ts'
import { env } from '#lib/env.ts'
import { formatDate } from '#lib/i18n/format.ts'
import { listInvites } from '#lib/users/invites/queries.ts'
import { NewInvite } from './new-invite.tsx'
import { RevokeInviteButton } from './revoke-buttons.tsx'

/** Invitations, for the person who runs the instance, while sign-up is by invitation. */
export async function InvitesPanel() {
  const [scope, session, t] = await Promise.all([
    requireScope(),
    requireSession(),
    getTranslations('settings'),
  ])
  if (!session.isAdmin || env().signup !== 'invite') notFound()
  const invites = await listInvites(scope)
  const day = (instant: Date) => formatDate(dateInZone(instant, scope.timeZone), scope.locale)
  return (
    <Card heading={t('invites')} className="max-w-2xl">
      <p className="mt-2 text-muted text-pretty">{t('invitesLead')}</p>
      <NewInvite />
      {invites.length === 0 ? (
        <p className="mt-4 text-muted">{t('invitesEmpty')}</p>
      ) : (
        <RowList className="mt-4 border-t border-border">
          {invites.map((invite) => (
            <Row
              key={invite.id}
              title={t('inviteMade', { date: day(invite.createdAt) })}
              text={t('inviteUntil', { date: day(invite.expiresAt) })}
              value={<RevokeInviteButton id={invite.id} />}
            />
          ))}
        </RowList>
      )}
    </Card>
  )
}
