import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

export type NoticeTone = 'info' | 'success' | 'warning' | 'error'

const looks = {
  info: { picture: Info, colours: 'bg-info-wash text-info' },
  success: { picture: CircleCheck, colours: 'bg-positive-wash text-positive' },
  warning: { picture: TriangleAlert, colours: 'bg-warning-wash text-warning' },
  error: { picture: CircleAlert, colours: 'bg-negative-wash text-negative' },
} as const

export type NoticeProps = {
  tone?: NoticeTone
  title?: ReactNode
  actions?: ReactNode
  /** `alert` interrupts a screen reader, `status` waits; leave out for text that was there from the start. */
  role?: 'alert' | 'status'
  className?: string
  children?: ReactNode
}

export function Notice({ tone = 'info', title, actions, role, className, children }: NoticeProps) {
  const { picture, colours } = looks[tone]
  return (
    <div role={role} className={classNames('flex gap-3 rounded-card p-3.5', colours, className)}>
      <Icon of={picture} />
      <div className="min-w-0 flex-1 text-text">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-pretty">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}

export type AttentionProps = {
  tone?: NoticeTone
  icon?: ReactNode
  title: ReactNode
  text?: ReactNode
  action?: ReactNode
}

/** One thing that needs the person: a tinted picture, what it is, and one action. */
export function Attention({ tone = 'info', icon, title, text, action }: AttentionProps) {
  const { picture, colours } = looks[tone]
  return (
    <div className="flex gap-3 rounded-card border border-border bg-surface px-4 py-3.5">
      <span className={classNames('grid size-9 shrink-0 place-items-center rounded-control', colours)}>
        {icon ?? <Icon of={picture} />}
      </span>
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {text && <p className="text-muted text-pretty">{text}</p>}
        {action && <div className="-mt-2 -mb-3">{action}</div>}
      </div>
    </div>
  )
}
