import type { ReactNode } from 'react'

export type PageHeaderProps = {
  title: ReactNode
  /** Right beside the title: the period picker. */
  beside?: ReactNode
  text?: ReactNode
  actions?: ReactNode
}

/** The page's only `h1`, what goes with it, and its actions. */
export function PageHeader({ title, beside, text, actions }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 sm:mb-6">
      <h1 className="text-title font-[650] tracking-[-0.02em]">{title}</h1>
      {beside}
      {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
      {text && <p className="basis-full text-muted text-pretty max-w-[68ch]">{text}</p>}
    </header>
  )
}
