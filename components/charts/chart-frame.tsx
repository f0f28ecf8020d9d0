import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card, type CardSpan } from '#components/ui/card.tsx'
import { Icon } from '#components/ui/icon.tsx'

export type ChartFrameProps = {
  heading: ReactNode
  /** One sentence with the answer; amounts in it through `Amount`. */
  takeaway: ReactNode
  link?: { href: string; label: ReactNode }
  actions?: ReactNode
  span?: CardSpan
  legend?: ReactNode
  /** The same figures as a real table: a `ChartTable`. */
  table: ReactNode
  /** The plot, of fixed height. */
  children: ReactNode
}

/** Heading, answer, plot, legend and the table twin of a chart. */
export function ChartFrame({ table, legend, children, ...card }: ChartFrameProps) {
  return (
    <Card {...card}>
      {children}
      {legend && <div className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">{legend}</div>}
      <TableTwin>{table}</TableTwin>
    </Card>
  )
}

function TableTwin({ children }: { children: ReactNode }) {
  const t = useTranslations('common')
  return (
    <details className="mt-1 -mb-2">
      <summary className="control -mx-1 inline-flex list-none items-center gap-1 rounded-small px-1 text-label text-muted hover:text-text">
        <Icon of={ChevronRight} size={16} className="rotates" />
        {t('viewAsTable')}
      </summary>
      <div className="max-h-80 overflow-y-auto pb-2">{children}</div>
    </details>
  )
}

export type LegendItemProps = { colour: string; children: ReactNode; line?: 'solid' | 'dotted' }

export function LegendItem({ colour, line, children }: LegendItemProps) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {line ? (
        <span
          aria-hidden
          className="w-4 border-t-2"
          style={{ borderColor: colour, borderStyle: line === 'dotted' ? 'dotted' : 'solid' }}
        />
      ) : (
        <span aria-hidden className="size-2.5 rounded-[2px]" style={{ background: colour }} />
      )}
      {children}
    </span>
  )
}
