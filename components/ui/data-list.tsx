import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type DataListProps = { items: readonly { label: string; value: ReactNode }[]; className?: string }

/** Names and values, figures at the right. */
export function DataList({ items, className }: DataListProps) {
  return (
    <dl className={classNames('divide-y divide-border', className)}>
      {items.map((item) => (
        <div key={item.label} className="flex items-baseline justify-between gap-4 py-2">
          <dt className="text-muted">{item.label}</dt>
          <dd className="min-w-0 text-right">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A list of two-line rows with hairlines between them. */
export function RowList({ children, className }: { children: ReactNode; className?: string }) {
  return <ul className={classNames('divide-y divide-border', className)}>{children}</ul>
}

export type RowProps = {
  /** A dot or a picture before the text. */
  lead?: ReactNode
  title: ReactNode
  text?: ReactNode
  /** Between text and value, only where there is room. */
  middle?: ReactNode
  value?: ReactNode
  valueText?: ReactNode
  /** Makes the whole row the target of the link inside the title. */
  className?: string
}

/** Title and detail at the left, figure at the right, at least 56 px on a phone. */
export function Row({ lead, title, text, middle, value, valueText, className }: RowProps) {
  return (
    <li
      className={classNames(
        'relative flex min-h-13 items-center gap-3 py-2 pointer-coarse:min-h-14',
        className,
      )}
    >
      {lead}
      <div className="min-w-0 flex-1">
        <div className="line-clamp-2 font-medium wrap-anywhere">{title}</div>
        {text && <div className="truncate text-xs text-subtle">{text}</div>}
      </div>
      {middle && <div className="hidden shrink-0 sm:block">{middle}</div>}
      {value && (
        <div className="shrink-0 text-right sm:min-w-24">
          <div className="font-medium">{value}</div>
          {valueText && <div className="text-xs text-subtle">{valueText}</div>}
        </div>
      )}
    </li>
  )
}
