'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { showToast } from '#components/ui/toast-store.ts'
import type { ActionResult } from '#lib/auth/action.ts'

/** Runs one action behind a button: busy while it lasts, a toast when it failed, `onDone` when it did not. */
export function useStep(): {
  busy: boolean
  run: <Data>(act: () => Promise<ActionResult<Data>>, onDone: (data: Data) => void) => void
} {
  const errors = useTranslations('errors')
  const [busy, start] = useTransition()
  return {
    busy,
    run: (act, onDone) =>
      start(async () => {
        try {
          const result = await act()
          if (result.ok) onDone(result.data)
          else showToast({ text: result.error.message, tone: 'error' })
        } catch {
          showToast({ text: errors('unavailable'), tone: 'error' })
        }
      }),
  }
}
