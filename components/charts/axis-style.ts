/** The look all axes share: hairlines, labels outside, no frame. */
export const axisText = {
  className: 'num',
  fontSize: 12,
  fill: 'var(--text-subtle)',
} as const

export const axisLook = { axisLine: false, tickLine: false, tick: axisText } as const

/** An axis of amounts: its labels leave with the amounts. */
export const moneyAxisLook = { ...axisLook, tick: { ...axisText, className: 'num chart-scale' } } as const

/** Room for the longest label of an axis, estimated from its letters. */
export const axisWidth = (labels: readonly string[]): number =>
  Math.ceil(Math.max(...labels.map((label) => label.length)) * 6.8) + 10

export const gridLook = { vertical: false, stroke: 'var(--border)' } as const

export const cursorLook = { stroke: 'var(--border-strong)', strokeDasharray: '2 3' } as const
