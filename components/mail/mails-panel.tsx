import { Mail } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Row, RowList } from '#components/ui/data-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Time } from '#components/ui/time.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { env } from '#lib/env.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { listMails } from '#lib/mail/queries.ts'
import { MailState } from './mail-state.tsx'

export type MailsSearch = Promise<Record<string, string | string[] | undefined>>

export async function MailsPanel({ search }: { search: MailsSearch }) {
  const [{ before }, scope, t] = await Promise.all([search, requireScope(), getTranslations('mail')])
  const { mails, next } = await listMails(scope, typeof before === 'string' ? before : null)
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-4">
      <ServerNotice />
      <Card>
        {mails.length === 0 ? (
          <EmptyState
            icon={<Icon of={Mail} size={24} />}
            title={t('list.emptyTitle')}
            text={t('list.emptyText')}
            actions={<ButtonLink href="/alerts/rules">{t('list.emptyAction')}</ButtonLink>}
          />
        ) : (
          <RowList className="-my-2">
            {mails.map((mail) => (
              <Row
                key={mail.id}
                title={
                  <Link
                    href={`/settings/emails/${mail.id}`}
                    className="after:absolute after:inset-0 hover:underline"
                  >
                    {mail.subject}
                  </Link>
                }
                text={<Time instant={mail.createdAt} timeZone={scope.timeZone} />}
                value={<MailState state={mail.state} />}
              />
            ))}
          </RowList>
        )}
      </Card>
      {next && (
        <div>
          <ButtonLink href={`/settings/emails?before=${next}`}>{t('list.older')}</ButtonLink>
        </div>
      )}
    </div>
  )
}

/** Whether mail leaves this machine, and what to set when it should. */
async function ServerNotice() {
  const t = await getTranslations('mail')
  const { smtpUrl } = env()
  if (smtpUrl) return <Notice tone="success">{t('server.present', { host: new URL(smtpUrl).host })}</Notice>
  return (
    <Notice title={t('server.absentTitle')}>
      <p>{t('server.absentText')}</p>
      <code className="mt-2 block rounded-small bg-surface px-3 py-2 font-mono text-label break-words whitespace-pre-wrap">
        {'SMTP_URL=smtps://user:password@mail.example.org:465\nMAIL_FROM="Minh <minh@example.org>"'}
      </code>
    </Notice>
  )
}
