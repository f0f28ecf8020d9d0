'use client'

import { useEffect, useRef, useState, useTransition } from 'react'
import type { ActionError, ActionResult } from '#lib/auth/action.ts'

export type Submit<Input> = {
  formRef: React.RefObject<HTMLFormElement | null>
  busy: boolean
  /** What went wrong as a whole; null when it is said at the fields. */
  error: string | null
  /** The error of a field by its name. */
  errorOf: (field: string) => string | undefined
  submit: (input: Input) => void
}

/** Runs an action for a form: busy, errors at their fields, focus to the first of them, then `onDone`. */
export function useSubmit<Input, Data>(
  act: (input: Input) => Promise<ActionResult<Data>>,
  onDone: (data: Data) => void,
  offline: string,
): Submit<Input> {
  const formRef = useRef<HTMLFormElement>(null)
  const [busy, start] = useTransition()
  const [failure, setFailure] = useState<ActionError | null>(null)

  useEffect(() => {
    if (!failure) return
    const form = formRef.current
    const target =
      form?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form?.querySelector<HTMLElement>('[role="alert"]')
    target?.focus()
  }, [failure])

  const submit = (input: Input) =>
    start(async () => {
      setFailure(null)
      try {
        const result = await act(input)
        if (result.ok) onDone(result.data)
        else setFailure(result.error)
      } catch {
        setFailure({ code: 'offline', message: offline })
      }
    })

  const fields = failure?.errors ?? []
  return {
    formRef,
    busy,
    error: failure && fields.length === 0 ? failure.message : null,
    errorOf: (field) => fields.find((error) => error.path === field)?.message,
    submit,
  }
}
