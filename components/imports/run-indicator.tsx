'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Progress } from '#components/ui/progress.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { Link, usePathname } from '#lib/i18n/navigation.ts'
import { isOpen } from '#lib/imports/runs/types.ts'
import { shareOf } from './run-share.ts'
import { recallRuns, useRuns } from './run-store.ts'

/** While an import is under way, a small sign on every other page that leads back to it; says when it has ended. */
export function RunIndicator() {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const runs = [...useRuns().values()]
  const open = runs.filter(isOpen)
  const failed = runs.some((run) => run.state === 'failed')
  const elsewhere = pathname !== '/import'
  const watched = useRef(0)
  useEffect(recallRuns, [])
  useEffect(() => {
    const before = watched.current
    watched.current = open.length
    if (before === 0 || open.length > 0 || !elsewhere) return
    showToast({
      text: (
        <Link href="/import" className="underline">
          {t(failed ? 'importFailed' : 'importDone')}
        </Link>
      ),
      tone: failed ? 'error' : 'success',
    })
  }, [open.length, elsewhere, failed, t])
  const [first] = open
  if (!first || !elsewhere) return null
  const share = open.reduce((sum, run) => sum + shareOf(run.progress), 0) / open.length
  return (
    <Link
      href="/import"
      className="float fixed right-4 bottom-[calc(var(--bar-bottom)+1rem)] z-40 flex w-64 max-w-[calc(100vw-2rem)] flex-col gap-2 px-4 py-3 text-label"
    >
      <span className="truncate font-medium">
        {t('importing', { count: open.length, name: first.fileName })}
      </span>
      <Progress label={t('importing', { count: open.length, name: first.fileName })} value={share} />
    </Link>
  )
}
