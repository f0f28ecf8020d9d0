'use client'

import { useTranslations } from 'next-intl'
import { Amount } from '#components/ui/amount.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Day } from '#components/ui/time.tsx'
import type { RowFate, SampleRow } from '#lib/imports/types.ts'

const tones = { new: 'accent', duplicate: 'neutral', updated: 'info' } as const satisfies Record<
  RowFate,
  string
>

/** A file of one line has all its rows there, and two of them may be alike: only the place tells them apart. */
const keyed = (rows: readonly SampleRow[]) => rows.map((row, at) => ({ key: `${row.line}-${at}`, row }))

/** The first rows as they will be stored, each over the text of the file it came from. */
export function SampleRows({ rows }: { rows: readonly SampleRow[] }) {
  const t = useTranslations('imports.sample')
  const common = useTranslations('common')
  if (rows.length === 0) return null
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="pb-1 text-left text-label text-muted">{t('caption')}</caption>
        <thead>
          <tr className="border-b border-border text-left text-label text-muted">
            <th scope="col" className="hidden py-2 pr-3 font-medium sm:table-cell">
              {t('line')}
            </th>
            <th scope="col" className="py-2 pr-3 font-medium">
              {t('date')}
            </th>
            <th scope="col" className="w-full py-2 pr-3 font-medium">
              {t('payee')}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t('amount')}
            </th>
            <th scope="col" className="hidden py-2 pl-3 font-medium sm:table-cell">
              {t('fate')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {keyed(rows).map(({ key, row }) => (
            <tr key={key} className="align-top">
              <td className="num hidden py-2 pr-3 text-subtle sm:table-cell">{row.line}</td>
              <td className="py-2 pr-3 whitespace-nowrap">
                <Day date={row.date} />
              </td>
              <td className="max-w-0 py-2 pr-3">
                <span className="block truncate font-medium">
                  {row.payee} {row.status === 'pending' && <Badge>{common('pending')}</Badge>}
                </span>
                <span className="block truncate font-mono text-xs text-subtle" title={row.raw}>
                  <span className="sr-only">{t('raw')}: </span>
                  {row.raw}
                </span>
              </td>
              <td className="py-2 text-right">
                <Amount value={row.amount} tone="flow" />
              </td>
              <td className="hidden py-2 pl-3 sm:table-cell">
                <Badge tone={tones[row.fate]}>{t(`fates.${row.fate}`)}</Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
