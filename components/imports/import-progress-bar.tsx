'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Progress } from '#components/ui/progress.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { formatNumber, formatPercent } from '#lib/i18n/format.ts'
import type { ImportRun } from '#lib/imports/runs/types.ts'
import { shareOf } from './run-share.ts'
import { cancelRun } from './run-store.ts'

/** How far one import is, with a way to stop it. A screen reader hears every quarter, not every row. */
export function ImportProgressBar({ run }: { run: ImportRun | null }) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const [asked, setAsked] = useState(false)
  const share = shareOf(run?.progress ?? null)
  const stopping = asked || run?.cancelling === true
  const stop = async () => {
    if (!run) return
    setAsked(true)
    await cancelRun(run.id).catch((error: unknown) => {
      setAsked(false)
      const said = error instanceof Error ? error.message : ''
      showToast({ text: said || t('file.offline'), tone: 'error' })
    })
  }
  const step = run?.progress
  const text = stopping
    ? t('importing.cancelling')
    : step
      ? t(`importing.${step.phase}`, {
          done: formatNumber(step.done, locale),
          total: formatNumber(step.total ?? 0, locale),
        })
      : t(run?.state === 'running' ? 'importing.elsewhere' : 'importing.queued')
  const quarter = Math.floor(share * 4) / 4
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-2">
        <p className="num flex justify-between gap-4 text-muted whitespace-normal!">
          <span>{text}</span>
          {step && <span>{formatPercent(share, locale)}</span>}
        </p>
        <Progress
          label={t('importing.label', { name: run?.fileName ?? '' })}
          value={step ? Math.max(0.02, share) : 0.02}
        />
        <p className="sr-only" role="status">
          {stopping
            ? t('importing.cancelling')
            : t('importing.said', { name: run?.fileName ?? '', share: formatPercent(quarter, locale) })}
        </p>
      </div>
      <Button onClick={stop} busy={stopping} disabled={!run}>
        {t('importing.cancel')}
      </Button>
    </div>
  )
}
