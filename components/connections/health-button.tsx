'use client'

import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { allowRemovalsAction } from '#lib/connections/actions.ts'
import { countsOf, errorCodeOf, type HealthAction } from '#lib/connections/view.ts'
import { useRouter } from '#lib/i18n/navigation.ts'
import { SyncProgress } from './sync-progress.tsx'
import { useSync } from './use-sync.ts'

export type HealthButtonProps = {
  id: string
  provider: string
  action: HealthAction
  underWay: boolean
  /** Whether it starts by itself, once. */
  begin?: boolean
}

/** The one button that helps; beside it always "Sync now", which works in every state but the ended one. */
export function HealthButton({ id, provider, action, underWay, begin = false }: HealthButtonProps) {
  const t = useTranslations('connections')
  const errors = useTranslations('errors')
  const router = useRouter()
  const { active, news, start } = useSync(id, underWay, (last) => {
    router.refresh()
    if (!last?.run) showToast({ text: errors('unavailable'), tone: 'error' })
    else if (last.run.status === 'ok') showToast({ text: t('result.ok', countsOf(last.run)) })
    else if (last.run.status === 'held') showToast({ text: t('result.held'), tone: 'error' })
    else showToast({ text: t(`errors.${errorCodeOf(last.run.errorCode)}`), tone: 'error' })
  })
  const begun = useRef(false)
  useEffect(() => {
    if (!begin || begun.current) return
    begun.current = true
    void start('link')
  }, [begin, start])
  if (active) return <SyncProgress news={news} />
  const helps = {
    repair: () => (
      <ButtonLink kind="primary" href={`/link/with/${provider}?repair=${id}`}>
        {t('act.repair')}
      </ButtonLink>
    ),
    renew: () => (
      <ButtonLink kind="primary" href={`/link/with/${provider}?renew=${id}`}>
        {t('act.renew')}
      </ButtonLink>
    ),
    link: () => <ButtonLink href={`/link/with/${provider}`}>{t('act.link')}</ButtonLink>,
    allow: () => (
      <Button
        kind="danger"
        onClick={async () => {
          const said = await allowRemovalsAction({ id })
          if (said.ok) await start()
          else showToast({ text: said.error.message, tone: 'error' })
        }}
      >
        {t('act.allow')}
      </Button>
    ),
    sync: () => null,
  }
  return (
    <div className="flex flex-wrap gap-2">
      {helps[action]()}
      {action !== 'link' && (
        <Button onClick={() => void start()} icon={<Icon of={RefreshCw} size={16} />}>
          {t('syncNow')}
        </Button>
      )}
    </div>
  )
}
