'use client'

import dynamic from 'next/dynamic'
import { ChartSkeleton } from '#components/ui/panel-skeleton.tsx'
import type { BalancePlotProps } from './balance-plot.tsx'
import type { FlowPlotProps } from './flow-plot.tsx'
import type { PacePlotProps } from './pace-plot.tsx'
import { WhenVisible } from './when-visible.tsx'

const options = { ssr: false, loading: ChartSkeleton }
const Pace = dynamic(() => import('./pace-plot.tsx').then((module) => module.PacePlot), options)
const Flow = dynamic(() => import('./flow-plot.tsx').then((module) => module.FlowPlot), options)
const Balance = dynamic(() => import('./balance-plot.tsx').then((module) => module.BalancePlot), options)

export const LazyPacePlot = (props: PacePlotProps) => (
  <WhenVisible>
    <Pace {...props} />
  </WhenVisible>
)

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
