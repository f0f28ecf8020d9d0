'use client'

export type PlotLabelProps = {
  text: string
  dx: number
  dy: number
  anchor: 'start' | 'end'
  strong?: boolean
  /** Given by Recharts: the box of the mark. */
  viewBox?: { x?: number; y?: number; width?: number; height?: number }
}

/** Words beside a mark, on a halo of the surface so that lines do not cross them. A strong one is a figure and hides with amounts. */
export function PlotLabel({ text, dx, dy, anchor, strong, viewBox }: PlotLabelProps) {
  const x = (viewBox?.x ?? 0) + (viewBox?.width ?? 0) / 2
  const y = (viewBox?.y ?? 0) + (viewBox?.height ?? 0) / 2
  return (
    <text
      x={x + dx}
      y={y + dy}
      textAnchor={anchor}
      className={strong ? 'num chart-scale' : undefined}
      fontSize={12}
      fontWeight={strong ? 600 : 400}
      fill={strong ? 'var(--text)' : 'var(--text-muted)'}
      stroke="var(--surface)"
      strokeWidth={4}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {text}
    </text>
  )
}
