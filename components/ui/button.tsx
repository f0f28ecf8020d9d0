import type { ComponentProps, ReactNode } from 'react'
import { Link } from '#lib/i18n/navigation.ts'
import { classNames } from './class-names.ts'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

const kinds: Record<ButtonKind, string> = {
  primary: 'bg-accent text-on-accent border-transparent hover:bg-accent-strong',
  secondary: 'bg-surface text-text border-border hover:bg-inset hover:border-border-strong',
  quiet: 'bg-transparent text-text border-transparent hover:bg-inset',
  danger: 'bg-surface text-negative border-border hover:bg-negative-wash hover:border-negative',
}

/** The look of a button, for the rare element that cannot be one of the components below. */
export const buttonClass = (kind: ButtonKind = 'secondary', className?: string): string =>
  classNames(
    'control move inline-flex items-center justify-center gap-2 rounded-control border px-3.5 py-1.5 text-sm font-medium',
    'text-center transition-colors select-none disabled:opacity-55 aria-disabled:opacity-55',
    kinds[kind],
    className,
  )

export type ButtonProps = ComponentProps<'button'> & {
  kind?: ButtonKind
  icon?: ReactNode
  /** While true the button says it is busy and does nothing; it keeps its size and its focus. */
  busy?: boolean
}

export function Button({ kind, icon, busy, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonClass(kind, className)}
    >
      {icon}
      {children}
    </button>
  )
}

export type ButtonLinkProps = ComponentProps<typeof Link> & { kind?: ButtonKind; icon?: ReactNode }

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({ kind, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClass(kind, className)}>
      {icon}
      {children}
    </Link>
  )
}
