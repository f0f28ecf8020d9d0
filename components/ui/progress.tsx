import { useTranslations } from 'next-intl'
import { classNames } from './class-names.ts'

export type ProgressProps = {
  label: string
  /** 0 to 1; leave out while the length is not known. */
  value?: number
  className?: string
}

export function Progress({ label, value, className }: ProgressProps) {
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={classNames('h-2 overflow-hidden rounded-full bg-inset', className)}
    >
      <div
        className={classNames(
          'move h-full rounded-full bg-accent transition-[width]',
          percent === undefined && 'animate-pulse',
        )}
        style={{ width: `${percent ?? 40}%` }}
      />
    </div>
  )
}

export type StepperProps = {
  steps: readonly string[] /** Index of the current step, from 0. */
  current: number
}

/** Where one is in a sequence; on a phone only "Step 2 of 4" and its name. */
export function Stepper({ steps, current }: StepperProps) {
  const t = useTranslations('common')
  return (
    <div>
      <p className="text-label text-muted sm:hidden">
        {t('step', { current: current + 1, total: steps.length })}:{' '}
        <span className="font-medium text-text">{steps[current]}</span>
      </p>
      <ol className="hidden flex-wrap items-center gap-x-6 gap-y-2 sm:flex">
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={index === current ? 'step' : undefined}
            className={classNames(
              'flex items-center gap-2 text-label',
              index === current ? 'font-medium' : 'text-muted',
            )}
          >
            <span
              className={classNames(
                'num grid size-6 place-items-center rounded-full text-xs font-semibold',
                index <= current ? 'bg-accent text-on-accent' : 'bg-inset text-muted',
              )}
            >
              {index + 1}
            </span>
            {step}
          </li>
        ))}
      </ol>
    </div>
  )
}
