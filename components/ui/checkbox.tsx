import { Check } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

/** The whole row is the target. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label className={classNames('control flex cursor-pointer items-start gap-3 py-2.5', className)}>
      <span className="relative mt-px grid size-5 shrink-0 place-items-center">
        <input
          {...rest}
          type="checkbox"
          className="peer move size-5 appearance-none rounded-[5px] border border-border-strong bg-surface transition-colors checked:border-accent checked:bg-accent disabled:opacity-55"
        />
        <Check
          size={14}
          strokeWidth={2.5}
          aria-hidden
          className="pointer-events-none absolute text-on-accent opacity-0 peer-checked:opacity-100"
        />
      </span>
      <ChoiceText label={label} hint={hint} />
    </label>
  )
}

/** A checkbox that takes effect at once. */
export function Switch({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label className={classNames('control flex cursor-pointer items-start gap-3 py-2.5', className)}>
      <ChoiceText label={label} hint={hint} />
      <input
        {...rest}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
        role="switch"
        className={classNames(
          'move relative ml-auto h-6 w-10 shrink-0 appearance-none rounded-full bg-border-strong transition-colors checked:bg-accent disabled:opacity-55',
          'before:move before:absolute before:top-1 before:left-1 before:size-4 before:rounded-full before:bg-surface before:transition-transform checked:before:translate-x-4',
        )}
      />
    </label>
  )
}

function ChoiceText({ label, hint }: { label: ReactNode; hint?: ReactNode }) {
  return (
    <span className="min-w-0">
      <span className="block">{label}</span>
      {hint && <span className="block text-label text-muted">{hint}</span>}
    </span>
  )
}
