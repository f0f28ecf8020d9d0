import { type ReactNode, Suspense } from 'react'
import type { CardSpan } from '#components/ui/card.tsx'
import { PanelSkeleton, type PanelSkeletonProps } from '#components/ui/panel-skeleton.tsx'
import { PanelBoundary } from './panel-boundary.tsx'

export type PanelProps = PanelSkeletonProps & { span?: CardSpan; heading: string; children: ReactNode }

/** The place of an async panel: a skeleton of its size until it comes, an error of its size when it fails. */
export function Panel({ heading, children, ...skeleton }: PanelProps) {
  return (
    <PanelBoundary span={skeleton.span} heading={heading}>
      <Suspense fallback={<PanelSkeleton {...skeleton} />}>{children}</Suspense>
    </PanelBoundary>
  )
}
