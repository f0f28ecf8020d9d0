'use client'

import { useTranslations } from 'next-intl'
import { Progress } from '#components/ui/progress.tsx'
import type { SyncNews } from './use-sync.ts'

/** How far a sync is, in words and as a bar. */
export function SyncProgress({ news }: { news: SyncNews | null }) {
  const t = useTranslations('connections')
  const at = news?.progress
  const words = !at || at.phase === 'done' ? t('phase.starting') : t(`phase.${at.phase}`, at)
  const value = !at ? 0.05 : at.phase === 'asking' ? Math.min(0.8, 0.1 + at.requests * 0.1) : 0.9
  return (
    <div className="grid w-full gap-2">
      <Progress label={t('syncing')} value={value} />
      <p className="text-label text-muted" role="status">
        {words}
      </p>
    </div>
  )
}
