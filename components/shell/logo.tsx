import { classNames } from '#components/ui/class-names.ts'

/** An open ring, three quarters drawn: most of it is accounted for, the rest is yours to look at. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={classNames('shrink-0', className ?? 'size-6')}>
      <path d="M7.05 18.3A8.9 8.9 0 1 1 20.2 15.6" fill="none" stroke="var(--accent)" strokeWidth="5.4" />
    </svg>
  )
}

export function Logo({ className }: { className?: string }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-2.5 text-base font-[650] tracking-[-0.02em]',
        className,
      )}
    >
      <Mark />
      Minh
    </span>
  )
}
