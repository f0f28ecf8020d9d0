import { useLocale } from 'next-intl'
import { addDays, weekdayOf } from '#lib/core/calendar.ts'
import { formatMonthShort, formatWeekday } from '#lib/i18n/format.ts'
import type { HeatDay } from './chart-data.ts'

export type HeatmapProps = { label: string /** One entry a day, oldest first. */; days: readonly HeatDay[] }

const cell = 20
const gap = 3
const left = 40

/** Spending by day: a column a week, Monday on top; darker is more. Drawn on the server. */
export function Heatmap({ label, days }: HeatmapProps) {
  const locale = useLocale()
  const first = days[0]
  if (!first) return null
  const offset = weekdayOf(first.date) - 1
  const high = Math.max(1, ...days.map((day) => day.amount))
  const weeks = Math.ceil((days.length + offset) / 7)
  const monday = addDays(first.date, -offset)
  const y = (row: number) => row * (cell + gap)
  const x = (column: number) => left + column * (cell + gap)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${x(weeks)} ${y(7) + 16}`}
      className="mx-auto w-full max-w-96"
      fontSize="11"
      fill="var(--text-subtle)"
    >
      {[0, 2, 4, 6].map((row) => (
        <text key={row} x={left - 8} y={y(row) + 14} textAnchor="end">
          {formatWeekday(addDays(monday, row), locale, 'short')}
        </text>
      ))}
      {days.map((day, index) => {
        const place = index + offset
        const strength = Math.min(1, Math.max(0, day.amount) / high)
        return (
          <rect
            key={day.date}
            x={x(Math.floor(place / 7))}
            y={y(place % 7)}
            width={cell}
            height={cell}
            rx="4"
            fill="var(--accent)"
            opacity={0.07 + 0.93 * Math.sqrt(strength)}
          />
        )
      })}
      {days.map((day, index) =>
        day.date.endsWith('-01') ? (
          <text key={day.date} x={x(Math.floor((index + offset) / 7))} y={y(7) + 12}>
            {formatMonthShort(day.date, locale)}
          </text>
        ) : null,
      )}
    </svg>
  )
}
