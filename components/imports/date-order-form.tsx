'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Day } from '#components/ui/time.tsx'
import { qifDay } from '#lib/imports/read/qif/day.ts'
import type { DateOrder } from '#lib/imports/read/types.ts'
import type { MappingNeeded } from '#lib/imports/types.ts'
import { dateOrders, OrderField } from './order-field.tsx'
import type { Request } from './staged-file.ts'

type Props = {
  needed: MappingNeeded
  request: Request
  busy: boolean
  onChange: (request: Request) => void
}

/** Asks only how a file writes its days, and proposes nothing. The answer is not remembered: the next file may write them otherwise. */
export function DateOrderForm({ needed, request, busy, onChange }: Props) {
  const t = useTranslations('imports')
  const { mapping, sampleRows, candidates } = needed.request
  const offered = dateOrders.filter((one) => candidates.dateOrder?.includes(one))
  const [order, setOrder] = useState<DateOrder | null>(request.mapping?.dateOrder ?? null)
  const apply = (dateOrder: DateOrder) => onChange({ ...request, mapping: { ...mapping, dateOrder } })
  const pick = (chosen: DateOrder) => {
    setOrder(chosen)
    if (request.mapping) apply(chosen)
  }
  return (
    <form
      aria-busy={busy}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (order) apply(order)
      }}
    >
      <div>
        <h3 className="text-base font-semibold">{t('mapping.orderTitle')}</h3>
        <p className="text-muted">{t('mapping.orderLead')}</p>
      </div>
      <OrderField value={order} orders={offered} onChange={pick} />
      <div className="overflow-x-auto rounded-control border border-border">
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="bg-inset text-left text-label text-muted">
              <th scope="col" className="hidden px-3 py-2 font-medium whitespace-nowrap sm:table-cell">
                {t('sample.raw')}
              </th>
              <th scope="col" className="px-3 py-2 font-medium">
                {t('sample.date')}
              </th>
              <th scope="col" className="w-full px-3 py-2 font-medium">
                {t('sample.payee')}
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                {t('sample.amount')}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-border">
            {sampleRows.map(([written = '', amount = '', payee = '']) => {
              const date = order && qifDay(written, order)
              return (
                <tr key={written} className="align-top">
                  <td className="hidden px-3 py-1.5 font-mono text-xs leading-5 text-subtle sm:table-cell">
                    {written}
                  </td>
                  <td className="px-3 py-1.5 whitespace-nowrap">
                    {date && <Day date={date} />}
                    <span className="block font-mono text-xs text-subtle sm:hidden">{written}</span>
                  </td>
                  <td className="px-3 py-1.5 wrap-anywhere">{payee}</td>
                  <td className="num px-3 py-1.5 text-right">{amount}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <div hidden={request.mapping !== undefined}>
        <Button type="submit" kind="primary" busy={busy}>
          {t('mapping.apply')}
        </Button>
      </div>
    </form>
  )
}
