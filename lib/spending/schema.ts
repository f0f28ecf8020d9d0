import { z } from 'zod'
import { type CalendarDate, daysBetween, parseDate } from '#lib/core/calendar.ts'
import { spendingGroups } from './types.ts'

const day = z.string().transform((text, context): CalendarDate => {
  const date = parseDate(text)
  if (date) return date
  context.addIssue({ code: 'custom', message: 'must be a date, YYYY-MM-DD' })
  return z.NEVER
})

const inOrder = ({ from, to }: { from: CalendarDate; to: CalendarDate }) =>
  from <= to && daysBetween(from, to) <= 3660

const orderMessage = { path: ['to'], message: 'must not be before from, nor over ten years after it' }

const merchantKey = z.string().min(1).max(200)

export const spendingSchema = z
  .strictObject({ from: day, to: day, accountId: z.uuid().optional(), groupBy: z.enum(spendingGroups) })
  .refine(inOrder, orderMessage)

export const intervals = ['day', 'week', 'month', 'quarter', 'year'] as const

export const intervalSchema = z
  .strictObject({ from: day, to: day, interval: z.enum(intervals).default('month') })
  .refine(inOrder, orderMessage)

/** A number of a page, as it asks for its explanation. */
export const figureSchema = z
  .strictObject({
    kind: z.enum(['spending', 'pace', 'income', 'net']),
    from: day,
    to: day,
    accountId: z.uuid().optional(),
    categoryId: z.guid().optional(),
    merchantKey: merchantKey.optional(),
  })
  .refine(inOrder, orderMessage)
