export type SparklineProps = { values: readonly number[]; width?: number; height?: number }

/** The shape of a row of figures, drawn on the server. Decorative: the figure stands beside it. */
export function Sparkline({ values, width = 88, height = 24 }: SparklineProps) {
  if (values.length < 2) return <span aria-hidden style={{ width, height }} className="inline-block" />
  const low = Math.min(...values)
  const span = Math.max(...values) - low
  const x = (index: number) => Math.round((index * width * 10) / (values.length - 1)) / 10
  const y = (value: number) =>
    Math.round(20 + (height - 4) * 10 * (span === 0 ? 0.5 : 1 - (value - low) / span)) / 10
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="shrink-0"
    >
      <polyline
        points={values.map((value, index) => `${x(index)},${y(value)}`).join(' ')}
        fill="none"
        stroke="var(--text-subtle)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
