'use client'

import dynamic from 'next/dynamic'
import { ChartSkeleton } from '#components/ui/panel-skeleton.tsx'
import type { BalancePlotProps } from './balance-plot.tsx'
import type { FlowPlotProps } from './flow-plot.tsx'
import type { PacePlotProps } from './pace-plot.tsx'
import { WhenVisible } from './when-visible.tsx'

const Pace = dynamic(() => import('./pace-plot.tsx').then((module) => module.PacePlot), {
  ssr: false,
  loading: ChartSkeleton,
})
const Flow = dynamic(() => import('./flow-plot.tsx').then((module) => module.FlowPlot), {
  ssr: false,
  loading: ChartSkeleton,
})
const Balance = dynamic(() => import('./balance-plot.tsx').then((module) => module.BalancePlot), {
  ssr: false,
  loading: ChartSkeleton,
})

export const LazyPacePlot = (props: PacePlotProps) => <Pace {...props} />

export const LazyFlowPlot = (props: FlowPlotProps) => (
  <WhenVisible>
    <Flow {...props} />
  </WhenVisible>
)

export const LazyBalancePlot = (props: BalancePlotProps) => (
  <WhenVisible>
    <Balance {...props} />
  </WhenVisible>
)
