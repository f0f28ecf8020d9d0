import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type EmptyStateProps = {
  /** What will be here, in one sentence. */
  title: ReactNode
  text?: ReactNode
  /** An `Icon` of 24 px. */
  icon?: ReactNode
  /** One primary action and at most one quiet alternative. */
  actions?: ReactNode
  className?: string
}

export function EmptyState({ title, text, icon, actions, className }: EmptyStateProps) {
  return (
    <div
      className={classNames(
        'mx-auto flex max-w-md flex-col items-center gap-1 px-2 py-8 text-center',
        className,
      )}
    >
      {icon && (
        <div className="mb-3 grid size-12 place-items-center rounded-card bg-inset text-muted">{icon}</div>
      )}
      <div className="text-base font-semibold text-pretty">{title}</div>
      {text && <p className="text-muted text-pretty">{text}</p>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
