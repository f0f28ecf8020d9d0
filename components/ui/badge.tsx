import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type BadgeTone = 'neutral' | 'accent' | 'positive' | 'negative' | 'warning' | 'info'

const tones: Record<BadgeTone, string> = {
  neutral: 'bg-inset text-muted',
  accent: 'bg-accent-wash text-accent-strong',
  positive: 'bg-positive-wash text-positive',
  negative: 'bg-negative-wash text-negative',
  warning: 'bg-warning-wash text-warning',
  info: 'bg-info-wash text-info',
}

export type BadgeProps = {
  tone?: BadgeTone
  /** Takes a second line where there is no room, in place of running out of its row. */
  wraps?: boolean
  children: ReactNode
  className?: string
}

/** A small word about the thing before it: Pending, Refund, New. */
export function Badge({ tone = 'neutral', wraps = false, children, className }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-[5px] px-1.5 text-xs leading-[1.125rem] font-medium',
        !wraps && 'whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}

/** A count in a pill; `label` says what is counted. */
export function CountBadge({ count, label }: { count: number; label: string }) {
  if (count === 0) return null
  return (
    <span className="num inline-grid h-[1.125rem] min-w-5 place-items-center rounded-full bg-negative-wash px-1.5 text-xs font-semibold text-negative">
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}

/** A category's colour or a state's; never the only sign of it. */
export function Dot({ colour, className }: { colour: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames('inline-block size-2 shrink-0 rounded-full', className)}
      style={{ background: colour }}
    />
  )
}
