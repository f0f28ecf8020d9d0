import type { ReactNode } from 'react'
import { Link } from '#lib/i18n/navigation.ts'
import { classNames } from './class-names.ts'

const frame = 'inline-flex gap-0.5 rounded-control bg-inset p-0.5'
const segment = (on: boolean) =>
  classNames(
    'control move inline-flex cursor-pointer items-center justify-center gap-2 rounded-small px-3 text-sm font-medium whitespace-nowrap transition-colors',
    on ? 'bg-surface text-text shadow-[0_0_0_1px_var(--border)]' : 'text-muted hover:text-text',
  )

export type SegmentedLinksProps = {
  label: string
  items: readonly { href: string; label: ReactNode; current: boolean }[]
}

/** A choice that lives in the address: works without script. */
export function SegmentedLinks({ label, items }: SegmentedLinksProps) {
  return (
    <nav aria-label={label} className={frame}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          scroll={false}
          aria-current={item.current ? 'true' : undefined}
          className={segment(item.current)}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  )
}

export type SegmentedControlProps<Value extends string> = {
  label: string
  name: string
  value: Value
  options: readonly { value: Value; label: ReactNode }[]
  onChange: (value: Value) => void
}

/** A choice of a few, as radio buttons: arrow keys move it. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  return (
    <fieldset className={frame}>
      <legend className="sr-only">{props.label}</legend>
      {props.options.map((option) => (
        <label
          key={option.value}
          className={classNames(
            segment(option.value === props.value),
            'has-focus-visible:outline-2 has-focus-visible:outline-accent',
          )}
        >
          <input
            type="radio"
            name={props.name}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
