import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { cardClass } from '#components/ui/card.tsx'
import { classNames } from '#components/ui/class-names.ts'
import type { RuleView } from '#lib/alerts/view.ts'
import { formatInstant } from '#lib/i18n/format.ts'
import { KindIcon } from './kind-icon.tsx'
import { RuleForm } from './rule-form.tsx'
import { RuleSwitches } from './rule-switches.tsx'
import { Sentence } from './sentence.tsx'

/** One rule: what it watches, where the line is with the household's own numbers, its switches, and a way to move the line. */
export function RuleCard({ rule, timeZone }: { rule: RuleView; timeZone: string }) {
  const t = useTranslations('alerts')
  const locale = useLocale()
  const mutedOn = rule.mutedAt && formatInstant(rule.mutedAt, locale, timeZone)
  return (
    <article id={rule.id} className={classNames(cardClass, 'scroll-mt-20')}>
      <header className="flex items-start gap-3">
        <KindIcon type={rule.type} />
        <div className="min-w-0 flex-1">
          <h2 className="flex flex-wrap items-center gap-2 text-base font-semibold">
            {rule.name}
            {!rule.enabled && <Badge>{t('rulesPage.off')}</Badge>}
            {rule.enabled && rule.mutedAt && <Badge tone="warning">{t('rulesPage.muted')}</Badge>}
          </h2>
          <p className="text-muted text-pretty">{rule.sentence}</p>
        </div>
      </header>
      <div className="mt-3 sm:pl-12">
        <ul className="grid gap-1">
          {rule.lines.map((line) => (
            <li key={line.currency} className="text-pretty">
              <Sentence text={line.text} amounts={line.amounts} />
            </li>
          ))}
        </ul>
        <RuleSwitches rule={rule} mutedOn={mutedOn} />
        <RuleForm rule={rule} />
      </div>
    </article>
  )
}
