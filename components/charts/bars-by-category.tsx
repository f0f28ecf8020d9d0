import { useTranslations } from 'next-intl'
import { Amount } from '#components/ui/amount.tsx'
import type { Money } from '#lib/core/money.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { CategoryChange } from './category-change.tsx'
import { chartColour } from './chart-colour.ts'

export type CategoryBar = {
  key: string
  label: string
  /** 1–6, the category's own for good; null is "other". */
  slot: number | null
  /** Positive: money spent. May be negative when refunds outweigh. */
  amount: Money
  /** What is usual by this day of the month. */
  usual?: Money | null
  href: string
}

export type BarsByCategoryProps = { rows: readonly CategoryBar[] }

const percent = (part: bigint, whole: bigint): number =>
  part <= 0n || whole <= 0n ? 0 : Number((part * 10_000n) / whole) / 100

/** Sorted bars with a mark where the usual month stands; each row is a link to its transactions. No script. */
export function BarsByCategory({ rows }: BarsByCategoryProps) {
  const t = useTranslations('common')
  const largest = rows.reduce((most, row) => {
    const end = row.usual && row.usual.minor > row.amount.minor ? row.usual.minor : row.amount.minor
    // biome-ignore lint/complexity/useMathMinMax: bigint
    return end > most ? end : most
  }, 1n)
  return (
    <div className="@container">
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            <Link
              href={row.href}
              className="-mx-2 grid min-h-10 grid-cols-[6.5rem_1fr_auto] items-center gap-3 rounded-small px-2 hover:bg-inset @md:grid-cols-[7.5rem_1fr_4.5rem] @xl:grid-cols-[7.5rem_1fr_4.5rem_7.5rem] pointer-coarse:min-h-11"
            >
              <span className="leading-5 text-pretty">{row.label}</span>
              <span aria-hidden className="relative h-2.5 rounded-full bg-inset">
                <span
                  className="absolute inset-y-0 left-0 rounded-full"
                  style={{
                    width: `${percent(row.amount.minor, largest)}%`,
                    background: chartColour(row.slot),
                  }}
                />
                {row.usual && row.usual.minor > 0n && (
                  <span
                    className="absolute -top-1 h-4.5 w-0.5 rounded-full bg-text opacity-60 ring-1 ring-surface"
                    style={{ left: `calc(${percent(row.usual.minor, largest)}% - 1px)` }}
                  />
                )}
              </span>
              <Amount value={row.amount} cents={false} className="text-right font-[550]" />
              <CategoryChange amount={row.amount} usual={row.usual} />
            </Link>
          </li>
        ))}
      </ul>
      {rows.some((row) => row.usual) && (
        <p className="mt-2 flex items-center gap-2 text-xs text-muted">
          <span aria-hidden className="h-3 w-0.5 rounded-full bg-text opacity-60" />
          {t('chartUsualToDate')}
        </p>
      )}
    </div>
  )
}
