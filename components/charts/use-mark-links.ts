'use client'

import { type KeyboardEvent, useRef } from 'react'
import { useRouter } from '#lib/i18n/navigation.ts'

/** What Recharts tells about the place of the pointer or of the arrow keys. */
type Place = { activeTooltipIndex?: number | string | null | undefined }

/** Makes marks lead to the rows behind them: by click, and by Enter on the mark the arrow keys stand on. */
export function useMarkLinks(data: readonly { href?: string }[]) {
  const router = useRouter()
  const active = useRef<Place['activeTooltipIndex']>(null)
  const go = (index: Place['activeTooltipIndex']) => {
    const href = index === null || index === undefined ? undefined : data[Number(index)]?.href
    if (href) router.push(href)
  }
  const linked = data.some((datum) => datum.href)
  return {
    onClick: (place: Place) => go(place.activeTooltipIndex),
    onMouseMove: (place: Place) => {
      active.current = place.activeTooltipIndex
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') go(active.current)
    },
    style: { cursor: linked ? 'pointer' : 'default' },
  }
}
