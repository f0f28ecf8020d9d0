'use client'

import { useTransition } from 'react'
import { Button, type ButtonKind } from '#components/ui/button.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { loadDemoAction, removeDemoAction } from '#lib/demo/actions.ts'

export type DemoActionButtonProps = {
  does: 'load' | 'remove'
  kind?: ButtonKind
  label: string
  busyLabel: string
  doneLabel?: string
}

/** Loads or removes the sample data; the page is rendered again by the action itself. */
export function DemoActionButton({ does, kind, label, busyLabel, doneLabel }: DemoActionButtonProps) {
  const [busy, start] = useTransition()
  const act = () =>
    start(async () => {
      const result = does === 'load' ? await loadDemoAction({}) : await removeDemoAction({})
      if (!result.ok) showToast({ tone: 'error', text: result.error.message })
      else if (doneLabel) showToast({ tone: 'success', text: doneLabel })
    })
  return (
    <Button kind={kind} busy={busy} onClick={act}>
      {busy ? busyLabel : label}
    </Button>
  )
}
