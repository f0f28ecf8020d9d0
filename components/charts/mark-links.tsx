'use client'

import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useActiveTooltipDataPoints } from 'recharts'
import { useRouter } from '#lib/i18n/navigation.ts'

/** A mark that may lead to the rows behind it. */
type Linked = { href?: string }

/** What Recharts tells a click about its place. */
type Place = { activeTooltipIndex?: number | string | null | undefined }

export type MarkLinks = {
  onClick: (place: Place) => void
  active: RefObject<Linked | undefined>
  style: { cursor: string }
}

/** Makes marks lead to the rows behind them by click; `MarkKeys` does the same for Enter. */
export function useMarkLinks(data: readonly Linked[]): MarkLinks {
  const router = useRouter()
  const active = useRef<Linked | undefined>(undefined)
  return {
    active,
    onClick: ({ activeTooltipIndex: index }) => {
      const href = index === null || index === undefined ? undefined : data[Number(index)]?.href
      if (href) router.push(href)
    },
    style: { cursor: data.some((datum) => datum.href) ? 'pointer' : 'default' },
  }
}

/** Enter on the mark that the arrow keys stand on opens its rows. */
export function MarkKeys({ active, children }: { active: MarkLinks['active']; children: ReactNode }) {
  const router = useRouter()
  const onKeyDown = (event: KeyboardEvent) => {
    const href = active.current?.href
    if (event.key === 'Enter' && href) router.push(href)
  }
  // biome-ignore lint/a11y/noStaticElementInteractions: the chart inside has the focus, this only listens
  return <div onKeyDown={onKeyDown}>{children}</div>
}

/** Inside a chart: remembers the mark that the pointer or the arrow keys stand on. */
export function ActiveMark({ active }: { active: MarkLinks['active'] }) {
  const mark = useActiveTooltipDataPoints<Linked>()?.[0]
  useEffect(() => {
    active.current = mark
  }, [active, mark])
  return null
}
