import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '#lib/i18n/navigation.ts'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

export type SortDirection = 'ascending' | 'descending'

export type Column<Item> = {
  key: string
  heading: ReactNode
  cell: (item: Item) => ReactNode
  /** Figures are right aligned and tabular. */
  figure?: boolean
  /** The cell that names its row. */
  rowHeading?: boolean
  /** Where a click on the heading goes, and how the column is sorted now. */
  sort?: { href: string; direction?: SortDirection }
}

export type TableProps<Item> = {
  /** What the table holds, for screen readers; `captionShown` also prints it. */
  caption: ReactNode
  captionShown?: boolean
  columns: readonly Column<Item>[]
  rows: readonly Item[]
  rowKey: (item: Item) => string
  className?: string
}

/** A plain table that scrolls inside its own frame when there is no room. */
export function Table<Item>({ caption, captionShown, columns, rows, rowKey, className }: TableProps<Item>) {
  return (
    <div className={classNames('relative overflow-x-auto', className)}>
      <table className="w-full border-collapse text-sm">
        <caption className={captionShown ? 'pb-2 text-left text-label text-muted' : 'sr-only'}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b border-border">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sort?.direction}
                className={classNames(
                  'px-2 py-2 text-label font-medium text-muted first:pl-0 last:pr-0',
                  column.figure ? 'text-right' : 'text-left',
                )}
              >
                {column.sort ? <SortLink {...column.sort}>{column.heading}</SortLink> : column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {rows.map((item) => (
            <tr key={rowKey(item)}>
              {columns.map((column) => {
                const Cell = column.rowHeading ? 'th' : 'td'
                return (
                  <Cell
                    key={column.key}
                    scope={column.rowHeading ? 'row' : undefined}
                    className={classNames(
                      'px-2 py-2.5 align-middle first:pl-0 last:pr-0',
                      column.figure ? 'num text-right' : 'text-left',
                      column.rowHeading && 'font-medium',
                    )}
                  >
                    {column.cell(item)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SortLink({
  href,
  direction,
  children,
}: {
  href: string
  direction?: SortDirection
  children: ReactNode
}) {
  return (
    <Link href={href} scroll={false} className="control inline-flex items-center gap-1 hover:text-text">
      {children}
      {direction && <Icon of={direction === 'ascending' ? ArrowUp : ArrowDown} size={16} />}
    </Link>
  )
}
