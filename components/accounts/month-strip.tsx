import { getLocale } from 'next-intl/server'
import { classNames } from '#components/ui/class-names.ts'
import type { CoveredMonth } from '#lib/accounts/types.ts'
import { asDate, partsOf } from '#lib/core/calendar.ts'
import { formatMonthShort } from '#lib/i18n/format.ts'

type Props = { months: readonly (CoveredMonth & { label: string })[] }

const looks: Record<CoveredMonth['state'], string> = {
  covered: 'border-transparent bg-accent-wash text-accent-strong',
  partial: 'border-warning border-dashed bg-warning-wash text-warning',
  missing: 'border-border-strong border-dashed bg-surface text-muted',
}
const signs: Record<CoveredMonth['state'], string> = { covered: '✓', partial: '½', missing: '–' }

/** A row of months for each year, the newest year first; a sign and a border say what the colour says. */
export async function MonthStrip({ months }: Props) {
  const locale = await getLocale()
  const years = [...Map.groupBy(months, ({ month }) => partsOf(month).year)].reverse()
  return (
    <ol className="flex flex-col gap-2">
      {years.map(([year, members]) => (
        <li key={year} className="flex items-start gap-3">
          <span className="num w-9 shrink-0 pt-2 text-label text-muted">{year}</span>
          <ol className="grid min-w-0 flex-1 grid-cols-6 gap-1 sm:grid-cols-12">
            <Blanks count={partsOf(members[0]?.month ?? asDate(`${year}-01-01`)).month - 1} />
            {members.map(({ month, state, overlapping, label }) => (
              <li
                key={month}
                title={label}
                className={classNames(
                  'grid min-h-11 place-items-center rounded-small border px-0.5 text-xs leading-tight',
                  looks[state],
                  overlapping && 'underline decoration-dotted underline-offset-2',
                )}
              >
                <span className="sr-only">{label}</span>
                <span aria-hidden>{formatMonthShort(month, locale)}</span>
                <span aria-hidden>{signs[state]}</span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

/** Months of the year before the first one, so that each month keeps its column. */
const Blanks = ({ count }: { count: number }) =>
  numbers.slice(0, count).map((number) => <li key={number} aria-hidden />)
