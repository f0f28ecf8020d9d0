'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { classNames } from '#components/ui/class-names.ts'
import { chartHeightClass } from '#components/ui/panel-skeleton.tsx'

export type PlotSize = { width: number; height: number; narrow: boolean }

/** Gives a plot its size in pixels and lays it out anew when that changes. */
export function Measured({ children }: { children: (size: PlotSize) => ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<PlotSize | null>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element
      if (width > 0) setSize({ width, height, narrow: width < 480 })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={frame} className={classNames('w-full overflow-hidden', chartHeightClass)}>
      {size && children(size)}
    </div>
  )
}
