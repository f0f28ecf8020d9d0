import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Card, CardLink } from '#components/ui/card.tsx'
import { DataList } from '#components/ui/data-list.tsx'
import { Time } from '#components/ui/time.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { isAppError } from '#lib/core/errors.ts'
import { getMail } from '#lib/mail/queries.ts'
import type { Mail, MailEvent } from '#lib/mail/types.ts'
import { MailFrame } from './mail-frame.tsx'
import { MailState } from './mail-state.tsx'

export async function MailPanel({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, scope, t] = await Promise.all([params, requireScope(), getTranslations('mail')])
  const mail = await getMail(scope, id).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not_found') return notFound()
    throw error
  })
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-4">
      <div>
        <CardLink href="/settings/emails">{t('list.back')}</CardLink>
      </div>
      <Card>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <h2 className="min-w-0 flex-1 text-say font-semibold text-pretty wrap-anywhere">{mail.subject}</h2>
          <MailState state={mail.state} />
        </div>
        <DataList
          className="mt-2 text-label"
          items={[
            { label: t('detail.to'), value: <span className="wrap-anywhere">{mail.toAddress}</span> },
            { label: t('detail.messageId'), value: <span className="wrap-anywhere">{mail.messageId}</span> },
          ]}
        />
      </Card>
      <Card heading={t('detail.timeline')}>
        <Timeline events={mail.events} timeZone={scope.timeZone} />
      </Card>
      <Card heading={t('detail.html')}>
        <div className="mt-2">
          <MailFrame html={mail.html} title={t('detail.frame', { subject: mail.subject })} />
        </div>
      </Card>
      <PlainText mail={mail} />
    </div>
  )
}

function Timeline({ events, timeZone }: { events: readonly MailEvent[]; timeZone: string }) {
  const t = useTranslations('mail')
  const say = ({ event, detail }: MailEvent): string | null => {
    if (
      event === 'kept' &&
      (detail === 'no_server' || detail === 'too_many' || detail === 'third_parties_off')
    )
      return t(`held.${detail}`)
    return detail
  }
  return (
    <ol className="mt-2 grid gap-3 border-l border-border pl-4">
      {events.map((event) => (
        <li key={`${event.event}${event.at.toISOString()}`}>
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium">{t(`events.${event.event}`)}</span>
            <Time instant={event.at} timeZone={timeZone} className="num text-label text-muted" />
          </p>
          {say(event) && <p className="text-label text-muted wrap-anywhere">{say(event)}</p>}
        </li>
      ))}
    </ol>
  )
}

function PlainText({ mail }: { mail: Mail }) {
  const t = useTranslations('mail')
  return (
    <Card heading={t('detail.text')}>
      <pre className="mt-2 font-mono text-label leading-relaxed whitespace-pre-wrap wrap-anywhere">
        {mail.text}
      </pre>
    </Card>
  )
}
