import { useLocale } from 'next-intl'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { formatAsOf, formatDate, formatDay, formatFullDate, formatInstant } from '#lib/i18n/format.ts'

export type DayProps = {
  date: CalendarDate
  /** With it: Today, Yesterday, weekday; without it the date with its year. */
  today?: CalendarDate
  className?: string
}

/** A booked day, short to read, full in the title. */
export function Day({ date, today, className }: DayProps) {
  const locale = useLocale()
  return (
    <time dateTime={date} title={formatFullDate(date, locale)} className={className}>
      {today ? formatDay(date, today, locale) : formatDate(date, locale)}
    </time>
  )
}

export type TimeProps = {
  instant: Date
  timeZone: string
  /** With it "14:05", "yesterday", "3 days ago"; without it date and clock. */
  now?: Date
  className?: string
}

/** An instant in the person's zone. */
export function Time({ instant, timeZone, now, className }: TimeProps) {
  const locale = useLocale()
  const full = formatInstant(instant, locale, timeZone)
  return (
    <time dateTime={instant.toISOString()} title={full} className={className}>
      {now ? formatAsOf(instant, now, locale, timeZone) : full}
    </time>
  )
}
