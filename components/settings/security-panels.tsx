import { Monitor, Smartphone } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Row, RowList } from '#components/ui/data-list.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Time } from '#components/ui/time.tsx'
import { requireScope, requireSession } from '#lib/auth/scope.ts'
import { listDoorEvents, listSessions } from '#lib/users/queries.ts'
import { eventKey } from '#lib/users/view.ts'
import { PassphraseForm } from './passphrase-form.tsx'
import { EndOtherSessionsButton, EndSessionButton } from './revoke-buttons.tsx'

const isPhone = (userAgent: string | null) => /iPhone|Android/.test(userAgent ?? '')

/** Where one is signed in, each with a way to end it. */
export async function SessionsPanel() {
  const [scope, { sessionId }, t] = await Promise.all([
    requireScope(),
    requireSession(),
    getTranslations('settings'),
  ])
  const sessions = await listSessions(scope, sessionId)
  return (
    <Card
      heading={t('sessionsTitle')}
      takeaway={t('sessionsTakeaway', { count: sessions.length })}
      className="max-w-2xl"
    >
      <RowList>
        {sessions.map((session) => {
          const device = session.userAgent ?? t('sessionUnknown')
          return (
            <Row
              key={session.id}
              lead={
                <span className="grid size-9 shrink-0 place-items-center rounded-control bg-inset text-muted">
                  <Icon of={isPhone(session.userAgent) ? Smartphone : Monitor} />
                </span>
              }
              title={
                <span className="inline-flex items-center gap-2">
                  {device}
                  {session.current && <Badge tone="accent">{t('sessionHere')}</Badge>}
                </span>
              }
              text={
                <>
                  {t.rich('sessionSeen', {
                    when: () => (
                      <Time instant={session.lastSeenAt} timeZone={scope.timeZone} now={scope.now} />
                    ),
                  })}
                  {session.ipPrefix && ` · ${session.ipPrefix}`}
                </>
              }
              value={session.current ? undefined : <EndSessionButton id={session.id} device={device} />}
            />
          )
        })}
      </RowList>
      {sessions.length > 1 && (
        <div className="mt-4">
          <EndOtherSessionsButton />
        </div>
      )}
    </Card>
  )
}

export async function PassphrasePanel() {
  const [{ email, name }, t] = await Promise.all([requireSession(), getTranslations('settings')])
  return (
    <Card heading={t('passphraseTitle')} className="max-w-2xl">
      <p className="mt-2 text-muted">{t('passphraseLead')}</p>
      <PassphraseForm email={email} name={name} />
    </Card>
  )
}

/** What happened at the door lately, so that a stranger's try is seen. */
export async function DoorEventsPanel() {
  const [scope, t] = await Promise.all([requireScope(), getTranslations('settings')])
  const events = await listDoorEvents(scope)
  return (
    <Card heading={t('eventsTitle')} className="max-w-2xl">
      {events.length === 0 && <p className="text-muted">{t('eventsEmpty')}</p>}
      <RowList className="mt-2">
        {events.map((event) => (
          <Row
            key={event.id}
            title={t(eventKey(event.event))}
            text={[event.userAgent, event.ipPrefix].filter(Boolean).join(' · ')}
            value={
              <span className="text-label font-normal text-muted">
                <Time instant={event.at} timeZone={scope.timeZone} />
              </span>
            }
          />
        ))}
      </RowList>
    </Card>
  )
}
