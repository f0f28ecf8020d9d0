import type { ComponentProps, ReactNode } from 'react'
import { type ButtonKind, buttonClass } from './button.tsx'
import { classNames } from './class-names.ts'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  /** What the button does, in words. */
  label: string
  icon: ReactNode
  kind?: ButtonKind
}

/** A square button with only a picture; the label is its name and its title. */
export function IconButton({ label, icon, kind = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={buttonClass(kind, classNames('min-w-10 px-0! pointer-coarse:min-w-11', className))}
    >
      {icon}
    </button>
  )
}
