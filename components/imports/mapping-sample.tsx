'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import type { MappingRequest } from '#lib/imports/read/csv/questions.ts'
import type { Answers } from './mapping-answers.ts'

type Props = { columns: MappingRequest['columns']; answers: Answers }

/** The first lines of the file as a table; each column says what it was taken for, and follows the answers. */
export function MappingSample({ columns, answers }: Props) {
  const t = useTranslations('imports.mapping')
  const lines = Math.max(0, ...columns.map((column) => column.sample.length))
  const rows = Array.from({ length: Math.min(lines, 4) }, (_, line) => line)
  const roles = Object.entries(answers.columns) as [keyof Answers['columns'], number | null][]
  const used = (field: keyof Answers['columns']): boolean =>
    field === 'amount'
      ? answers.amounts === 'one'
      : answers.amounts === 'two' || (field !== 'debit' && field !== 'credit')
  return (
    <section aria-label={t('live')} className="overflow-x-auto rounded-control border border-border">
      <table className="min-w-full border-collapse text-xs">
        <thead>
          <tr className="bg-inset text-left">
            {columns.map((column) => (
              <th
                key={column.index}
                scope="col"
                className="px-3 py-2 align-top font-medium whitespace-nowrap"
              >
                <span className="block">{column.header ?? t('column', { number: column.index + 1 })}</span>
                <span className="flex gap-1">
                  {roles.map(([field, at]) =>
                    at === column.index && used(field) ? (
                      <Badge key={field} tone="accent">
                        {t(field)}
                      </Badge>
                    ) : null,
                  )}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {rows.map((line) => (
            <tr key={line}>
              {columns.map((column) => (
                <td key={column.index} className="max-w-48 truncate px-3 py-1.5">
                  {column.sample[line]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
