import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { CardLink, cardClass } from '#components/ui/card.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { describeAlert } from '#lib/alerts/describe.ts'
import { rowsHref } from '#lib/alerts/links.ts'
import { type Alert, amountsOf } from '#lib/alerts/types.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { AlertTimes } from './alert-times.tsx'
import { DismissButton } from './dismiss-button.tsx'
import { EvidenceRows } from './evidence-rows.tsx'
import { KindIcon } from './kind-icon.tsx'
import { Sentence } from './sentence.tsx'

export type AlertCardProps = { alert: Alert; timeZone: string; today: CalendarDate }

/** One alert: what happened, the rows, why it is said, when, and what can be done about it. */
export function AlertCard({ alert, timeZone, today }: AlertCardProps) {
  const t = useTranslations('alerts')
  const { headline, why } = describeAlert(alert, useLocale())
  const amounts = amountsOf(alert.evidence)
  const isNew = alert.status === 'new'
  return (
    <article id={alert.id} className={classNames(cardClass, 'scroll-mt-20')}>
      <header className="flex items-start gap-3">
        <KindIcon type={alert.type} waiting={isNew} />
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-2 text-label text-muted">
            {t(`kinds.${alert.type}.name`)}
            {isNew && <Badge tone="warning">{t('list.isNew')}</Badge>}
          </p>
          <h2 className="text-say font-semibold tracking-[-0.015em] text-pretty wrap-anywhere">
            <Sentence text={headline} amounts={amounts} />
          </h2>
        </div>
        <DismissButton
          alertId={alert.id}
          dismissed={alert.status === 'dismissed'}
          className="hidden sm:block"
        />
      </header>
      <div className="mt-3 grid grid-cols-1 gap-4 sm:pl-12">
        <p className="text-muted text-pretty">
          <Sentence text={why} amounts={amounts} />
        </p>
        <div>
          {alert.evidence.payee === null && alert.evidence.rows.length > 0 && (
            <p className="mb-1 text-label text-muted">{t('rows.latest')}</p>
          )}
          <EvidenceRows rows={alert.evidence.rows} today={today} />
        </div>
        <AlertTimes alert={alert} timeZone={timeZone} />
        <div className="-mb-2 flex flex-wrap items-center gap-x-4">
          <CardLink href={rowsHref(alert.evidence)}>
            {t(alert.evidence.facts.trouble ? 'rows.openConnection' : 'rows.open')}
          </CardLink>
          <CardLink href={`/alerts/rules#${alert.ruleId}`}>{t('list.change')}</CardLink>
          {alert.mailId && (
            <CardLink href={`/settings/emails/${alert.mailId}`}>{t('list.openMail')}</CardLink>
          )}
          <DismissButton
            alertId={alert.id}
            dismissed={alert.status === 'dismissed'}
            className="ml-auto sm:hidden"
          />
        </div>
      </div>
    </article>
  )
}
