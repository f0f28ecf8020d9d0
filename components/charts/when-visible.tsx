'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ChartSkeleton } from '#components/ui/panel-skeleton.tsx'

/** Renders a plot only when it comes near the screen, so that its code is not part of the first load. */
export function WhenVisible({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element || near) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: '64px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [near])
  return <div ref={place}>{near ? children : <ChartSkeleton />}</div>
}
