import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Day, Time } from '#components/ui/time.tsx'
import type { Alert } from '#lib/alerts/types.ts'

/** The receipt: when the bank booked it, when Minh saw it, when the mail left and when it was taken. */
export function AlertTimes({ alert, timeZone }: { alert: Alert; timeZone: string }) {
  const t = useTranslations('alerts')
  const { posted, written, sent, delivered } = alert.times
  const open = t(
    alert.mailState === null
      ? 'times.noMail'
      : alert.mailState === 'kept'
        ? 'times.notSent'
        : 'times.waiting',
  )
  const steps: { label: string; value: ReactNode }[] = [
    {
      label: t(alert.evidence.facts.trouble ? 'times.happened' : 'times.posted'),
      value: <Day date={posted} />,
    },
    { label: t('times.seen'), value: <Time instant={written} timeZone={timeZone} /> },
    { label: t('times.sent'), value: sent ? <Time instant={sent} timeZone={timeZone} /> : open },
  ]
  if (delivered)
    steps.push({ label: t('times.delivered'), value: <Time instant={delivered} timeZone={timeZone} /> })
  return (
    <dl className="grid gap-x-6 gap-y-1 text-label sm:flex sm:flex-wrap">
      {steps.map(({ label, value }) => (
        <div key={label} className="flex justify-between gap-3 sm:block">
          <dt className="text-subtle">{label}</dt>
          <dd className="num text-right text-muted sm:text-left">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
