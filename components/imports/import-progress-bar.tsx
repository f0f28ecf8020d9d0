'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Progress } from '#components/ui/progress.tsx'
import { formatNumber } from '#lib/i18n/format.ts'
import type { ProgressLine } from '#lib/imports/progress-line.ts'

type Step = Extract<ProgressLine, { done: number }>

const isStep = (line: ProgressLine | null): line is Step => line !== null && 'done' in line

/** Reading counts as the first third, storing as the rest: a bar that only moves forward. */
function shareOf({ phase, done, total }: Step): number | undefined {
  if (phase === 'reading') return Math.min(0.25, done / 400_000)
  const part = total ? done / total : 1
  if (phase === 'matching') return 0.25 + 0.1 * part
  return phase === 'writing' ? 0.35 + 0.6 * part : 0.97
}

export function ImportProgressBar({ name, progress }: { name: string; progress: ProgressLine | null }) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const step = isStep(progress) ? progress : null
  const text = step
    ? t(`importing.${step.phase}`, {
        done: formatNumber(step.done, locale),
        total: formatNumber(step.total ?? 0, locale),
      })
    : t('file.reading', { name })
  return (
    <div className="flex flex-col gap-2">
      <p className="num text-muted">{text}</p>
      <Progress label={text} value={step ? shareOf(step) : 0.02} />
    </div>
  )
}
