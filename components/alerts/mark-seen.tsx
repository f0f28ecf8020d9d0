'use client'

import { useEffect, useRef } from 'react'
import { markAlertsSeenAction } from '#lib/alerts/actions.ts'

/** Notes that these alerts have been on the screen. They keep their mark until the next visit. */
export function MarkSeen({ alertIds }: { alertIds: string[] }) {
  const noted = useRef('')
  useEffect(() => {
    const key = alertIds.join()
    if (key === '' || noted.current === key) return
    noted.current = key
    markAlertsSeenAction({ alertIds }).catch(() => undefined)
  }, [alertIds])
  return null
}
