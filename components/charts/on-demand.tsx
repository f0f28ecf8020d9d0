'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

export type OnDemandProps = {
  label: string /** Drawn on the server. */
  sketch: ReactNode
  children: ReactNode
}

/** Shows a sketch until someone points at it or focuses it, then the plot: its code is not part of the first load. */
export function OnDemand({ label, sketch, children }: OnDemandProps) {
  const [wanted, setWanted] = useState<'no' | 'pointer' | 'focus'>('no')
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = frame.current
    if (wanted !== 'focus' || !element) return
    const watch = new MutationObserver(() => {
      const plot = element.querySelector<SVGElement>('svg[role="img"][tabindex]')
      if (!plot) return
      watch.disconnect()
      plot.focus()
    })
    watch.observe(element, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [wanted])
  if (wanted !== 'no') return <div ref={frame}>{children}</div>
  return (
    <div
      role="img"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: focusing the picture brings the chart that the arrow keys read
      tabIndex={0}
      className="rounded-small"
      onPointerEnter={() => setWanted('pointer')}
      onFocus={() => setWanted('focus')}
    >
      {sketch}
    </div>
  )
}
