import type { ReactNode } from 'react'
import { Link } from '#lib/i18n/navigation.ts'

export type ChartTableRow = {
  key: string
  name: ReactNode
  /** The rows behind the mark. */
  href?: string
  figures: readonly ReactNode[]
}

export type ChartTableProps = {
  caption: ReactNode
  nameHeading: ReactNode
  figureHeadings: readonly string[]
  rows: readonly ChartTableRow[]
}

/** The table twin: each mark a row, its link a plain link. */
export function ChartTable({ caption, nameHeading, figureHeadings, rows }: ChartTableProps) {
  return (
    <table className="w-full border-collapse text-label">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-border text-muted">
          <th scope="col" className="py-1.5 pr-3 text-left font-medium">
            {nameHeading}
          </th>
          {figureHeadings.map((heading) => (
            <th key={heading} scope="col" className="py-1.5 pl-3 text-right font-medium">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-border">
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {row.href ? (
                <Link
                  href={row.href}
                  className="inline-flex min-h-6 items-center text-accent hover:underline"
                >
                  {row.name}
                </Link>
              ) : (
                row.name
              )}
            </th>
            {row.figures.map((figure, index) => (
              <td key={figureHeadings[index]} className="num py-1.5 pl-3 text-right">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
