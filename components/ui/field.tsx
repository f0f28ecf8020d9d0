import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

/** What a control inside a field must carry. */
export type ControlProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  /** The error in words, already translated. */
  error?: ReactNode
  optional?: boolean
  className?: string
  /** Gets what links the control with its label, hint and error: `{(control) => <Input {...control} name="email" />}`. */
  children: (control: ControlProps) => ReactNode
}

/** A label, a control, a hint and an error, linked for eyes and screen readers. Works on server and client. */
export function Field({ label, hint, error, optional, className, children }: FieldProps) {
  const id = useId()
  const t = useTranslations('common')
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={classNames('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-label font-medium">
        {label}
        {optional && <span className="font-normal text-subtle"> ({t('optional')})</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-label text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-label text-negative">
          <Icon of={CircleAlert} size={16} className="mt-0.5" />
          {error}
        </p>
      )}
    </div>
  )
}
