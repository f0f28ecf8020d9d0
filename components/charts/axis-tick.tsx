'use client'

import { axisText } from './axis-style.ts'

export type AxisTickProps = {
  x?: number | string
  y?: number | string
  label: string
  anchor: 'start' | 'middle' | 'end'
}

/** A label under the axis; the first and last one stay inside the plot. */
export function AxisTick({ x, y, label, anchor }: AxisTickProps) {
  return (
    <text x={x} y={Number(y) + 14} textAnchor={anchor} {...axisText}>
      {label}
    </text>
  )
}

export const anchorAt = (index: number, count: number): AxisTickProps['anchor'] =>
  index === 0 ? 'start' : index === count - 1 ? 'end' : 'middle'
