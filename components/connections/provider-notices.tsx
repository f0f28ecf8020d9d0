import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { latestNotices } from '#lib/connections/notices.ts'
import { providerIdOf } from '#lib/connections/provider-words.ts'
import type { Connection, SyncRun } from '#lib/connections/queries.ts'

const shownAtMost = 5

/** What the provider remarked in the newest sync, in our words; its own text is quoted as its own. */
export async function ProviderNotices({
  connection,
  runs,
}: {
  connection: Connection
  runs: readonly SyncRun[]
}) {
  const notices = connection.state === 'disconnected' ? [] : latestNotices(runs)
  if (notices.length === 0) return null
  const t = await getTranslations('connections')
  const known = providerIdOf(connection.provider)
  const provider = known ? t(`providers.${known}.name`) : connection.institutionName
  const accountOf = (id: string | undefined) =>
    connection.accounts.find(({ providerAccountId }) => providerAccountId === id)?.name ??
    connection.institutionName
  const lines = notices.map(({ code, accountId, text }) =>
    t(`notices.${code}`, { provider, account: accountOf(accountId), text: text ?? '' }),
  )
  return (
    <Notice tone="warning" title={t('noticesTitle')} className="mt-4">
      <ul className="grid gap-1">
        {lines.slice(0, shownAtMost).map((line) => (
          <li key={line} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
      {lines.length > shownAtMost && <p>{t('noticesMore', { count: lines.length - shownAtMost })}</p>}
    </Notice>
  )
}
