'use client'

import { ChartAmount } from './chart-amount.tsx'

export type TooltipRow = { name: string; value: number | null; colour: string; line?: 'dotted' }

export type ChartTooltipProps = {
  title: string
  rows: readonly TooltipRow[]
  currency: string
  total?: TooltipRow
}

/** The one tooltip of all charts: a title, up to four rows, a total. Never the only place of a number. */
export function ChartTooltip({ title, rows, currency, total }: ChartTooltipProps) {
  return (
    <div className="float min-w-40 px-3 py-2.5 text-label">
      <p className="mb-1 font-medium">{title}</p>
      {rows.slice(0, 4).map((row) => (
        <TooltipLine key={row.name} row={row} currency={currency} />
      ))}
      {total && (
        <div className="mt-1 border-t border-border pt-1 font-medium">
          <TooltipLine row={total} currency={currency} />
        </div>
      )}
    </div>
  )
}

function TooltipLine({ row, currency }: { row: TooltipRow; currency: string }) {
  return (
    <div className="flex items-center gap-2">
      <span
        aria-hidden
        className={row.line ? 'w-2.5 border-t-2 border-dotted' : 'size-2.5 rounded-[2px]'}
        style={row.line ? { borderColor: row.colour } : { background: row.colour }}
      />
      <span className="text-muted">{row.name}</span>
      <span className="num ml-auto pl-4">
        <ChartAmount value={row.value} currency={currency} />
      </span>
    </div>
  )
}
