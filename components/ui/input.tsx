import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/** The frame all text controls share. 16 px under a finger, so that a phone does not zoom in. */
export const inputClass = classNames(
  'control move w-full min-w-0 rounded-control border border-border-strong bg-surface px-3 py-1.5 text-sm text-text transition-colors',
  'placeholder:text-subtle hover:border-text aria-invalid:border-negative disabled:bg-inset disabled:text-muted',
  'pointer-coarse:text-base',
)

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={classNames(inputClass, className)} />
}

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} {...rest} className={classNames(inputClass, 'resize-y', className)} />
}
