import type { ReactNode } from 'react'
import { Link } from '#lib/i18n/navigation.ts'
import { classNames } from './class-names.ts'

export type CardSpan = 'wide' | 'narrow' | 'full'

const spans: Record<CardSpan, string> = {
  wide: '@4xl:col-span-8',
  narrow: '@4xl:col-span-4',
  full: '@4xl:col-span-12',
}

/** Cards side by side as far as the space allows: wide and narrow make a row of two. */
export function CardGrid({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className="@container">
      <div className={classNames('grid grid-cols-1 gap-3 sm:gap-5 @4xl:grid-cols-12', className)}>
        {children}
      </div>
    </div>
  )
}

export type CardProps = {
  /** The small heading over the answer. */
  heading?: ReactNode
  /** The answer: one sentence, or a figure. */
  takeaway?: ReactNode
  link?: { href: string; label: ReactNode }
  /** Controls at the right of the heading, in place of the link. */
  actions?: ReactNode
  span?: CardSpan
  id?: string
  busy?: boolean
  className?: string
  children?: ReactNode
}

export const cardClass = 'min-w-0 rounded-card border border-border bg-surface p-4 sm:px-6 sm:py-5'

/** A panel that answers first: heading, takeaway, evidence, and a link to the rows behind it. */
export function Card({ heading, takeaway, link, actions, span, id, busy, className, children }: CardProps) {
  const Frame = heading ? 'section' : 'div'
  return (
    <Frame
      id={id}
      aria-busy={busy || undefined}
      className={classNames(cardClass, span && spans[span], className)}
    >
      {(heading || link || actions) && (
        <div className="-my-2 flex min-h-10 items-center gap-3">
          {heading && <h2 className="text-label font-medium text-muted">{heading}</h2>}
          <div className="ml-auto flex items-center gap-2">
            {actions}
            {link && <CardLink href={link.href}>{link.label}</CardLink>}
          </div>
        </div>
      )}
      {takeaway && <Takeaway>{takeaway}</Takeaway>}
      {children}
    </Frame>
  )
}

/** The sentence that answers the panel's question. */
export function Takeaway({ children }: { children: ReactNode }) {
  return <p className="mt-2 mb-4 text-say font-semibold tracking-[-0.015em] text-pretty">{children}</p>
}

/** A large figure with its explanation under it. */
export function Figure({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="mt-1 mb-3">
      <p className="num text-kpi font-[650] tracking-[-0.03em]">{children}</p>
      {note && <p className="text-muted">{note}</p>}
    </div>
  )
}

export function CardLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="-mx-2 inline-flex min-h-10 items-center rounded-small px-2 text-label font-medium text-accent hover:text-accent-strong hover:underline"
    >
      {children}
    </Link>
  )
}
