import { useLocale, useTranslations } from 'next-intl'
import { Day } from '#components/ui/time.tsx'
import type { Preview } from '#lib/alerts/preview.ts'
import { formatDate } from '#lib/i18n/format.ts'
import { EvidenceRows } from './evidence-rows.tsx'
import { Sentence } from './sentence.tsx'

/** "It would have fired 4 times in the 90 days up to …", with the rows of each. */
export function PreviewResult({ preview }: { preview: Preview }) {
  const t = useTranslations('alerts')
  const date = formatDate(preview.to, useLocale())
  const rest = preview.count - preview.hits.length
  return (
    <section>
      <p className="font-semibold text-pretty">
        {t('rulesPage.backtest', { count: preview.count, days: preview.days, date })}
      </p>
      <ul className="mt-2 divide-y divide-border">
        {preview.hits.map((hit) => (
          <li key={hit.key} className="py-3">
            <div className="flex items-baseline gap-3">
              <span className="min-w-0 flex-1 font-medium wrap-anywhere">
                <Sentence text={hit.headline} amounts={hit.amounts} />
              </span>
              <Day date={hit.occurredOn} className="shrink-0 text-label text-muted" />
            </div>
            {hit.rows.length > 1 && <EvidenceRows rows={hit.rows} />}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="text-label text-muted">{t('rulesPage.backtestMore', { count: rest })}</p>}
    </section>
  )
}
