'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '#components/ui/amount.tsx'
import { DataList } from '#components/ui/data-list.tsx'
import { formatDate, formatDateRange } from '#lib/i18n/format.ts'
import type { ImportAccountReport, SampleRow } from '#lib/imports/types.ts'
import { AccountCounts } from './account-counts.tsx'
import { Destination } from './destination.tsx'
import type { DestinationProps } from './destination-answer.ts'
import { SampleRows } from './sample-rows.tsx'

type Props = DestinationProps & { samples: readonly SampleRow[] }

export function PreviewAccount({ samples, ...destination }: Props) {
  const { account } = destination
  return (
    <div className="flex flex-col gap-3">
      <Destination {...destination} />
      <AccountCounts account={account} />
      <Facts account={account} />
      <SampleRows rows={samples} />
    </div>
  )
}

function Facts({ account }: { account: ImportAccountReport }) {
  const t = useTranslations('imports.account')
  const locale = useLocale()
  const { firstDate, lastDate, ledgerBalance, balanceAsOf } = account
  const items = [
    ...(firstDate && lastDate
      ? [{ label: t('period'), value: formatDateRange(firstDate, lastDate, locale) }]
      : []),
    { label: t('sum'), value: <Amount value={account.sum} tone="flow" className="font-medium" /> },
    ...(ledgerBalance
      ? [
          {
            label: t('balance'),
            value: (
              <>
                <Amount value={ledgerBalance} className="font-medium" />{' '}
                {balanceAsOf && (
                  <span className="text-muted">
                    {t('balanceAt', { date: formatDate(balanceAsOf, locale) })}
                  </span>
                )}
              </>
            ),
          },
        ]
      : []),
  ]
  return <DataList items={items} />
}
