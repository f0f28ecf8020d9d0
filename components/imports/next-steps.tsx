'use client'

import { CalendarCheck, Link2, List, Tags } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#lib/i18n/navigation.ts'
import type { ImportResult } from '#lib/imports/result.ts'
import { countsOf } from '#lib/imports/view.ts'

type Props = { importId: string; result: ImportResult }

/** Where to go from a finished import; only what there is something to do about. */
export function NextSteps({ importId, result: { report, uncategorised, unlinked } }: Props) {
  const t = useTranslations('imports.next')
  const added = countsOf(report).new
  const [first] = report.accounts
  const only = report.accounts.length === 1 && first ? `/accounts/${first.id}` : '/accounts'
  const steps = [
    added > 0 && { icon: List, href: `/transactions?import=${importId}`, text: t('rows', { count: added }) },
    uncategorised > 0 && {
      icon: Tags,
      href: `/transactions?import=${importId}&category=none`,
      text: t('categorise', { count: uncategorised }),
    },
    first && { icon: CalendarCheck, href: only, text: t('coverage') },
    unlinked && { icon: Link2, href: '/link', text: t('link') },
  ].filter((step) => step !== false && step !== undefined)
  if (steps.length === 0) return null
  return (
    <nav aria-label={t('title')}>
      <h3 className="mb-1 text-label font-medium text-muted">{t('title')}</h3>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {steps.map(({ icon, href, text }) => (
          <li key={href}>
            <Link
              href={href}
              className="control flex items-center gap-2.5 py-1.5 font-medium text-accent hover:underline"
            >
              <Icon of={icon} />
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
