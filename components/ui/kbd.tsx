import type { ReactNode } from 'react'

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-6 min-w-6 place-items-center rounded-[5px] border border-border bg-inset px-1.5 font-sans text-xs font-medium text-muted">
      {children}
    </kbd>
  )
}
