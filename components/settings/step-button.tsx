'use client'

import { Button } from '#components/ui/button.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import type { ActionResult } from '#lib/auth/action.ts'
import { useStep } from './use-step.ts'

export type StepButtonProps<Data> = {
  kind: 'danger' | 'quiet'
  label: string
  /** Says which one, where several buttons have the same label. */
  name?: string
  act: () => Promise<ActionResult<Data>>
  said: (data: Data) => string
}

/** A button that does one thing at once and says so when it is done. */
export function StepButton<Data>({ kind, label, name, act, said }: StepButtonProps<Data>) {
  const { busy, run } = useStep()
  return (
    <Button
      kind={kind}
      busy={busy}
      aria-label={name}
      onClick={() => run(act, (data) => showToast({ text: said(data) }))}
    >
      {label}
    </Button>
  )
}
