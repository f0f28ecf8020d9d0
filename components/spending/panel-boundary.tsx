'use client'

import { catchError, type ErrorInfo } from 'next/error'
import { Card, type CardSpan } from '#components/ui/card.tsx'
import { ErrorState } from '#components/ui/error-state.tsx'

type Failed = { span?: CardSpan; heading?: string }

function FailedPanel({ span, heading }: Failed, { error, retry }: ErrorInfo) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <Card span={span} heading={heading}>
      <ErrorState errorId={digest} onRetry={retry} />
    </Card>
  )
}

/** Keeps a failure inside its panel: what failed, a way to try again; the rest of the page lives. */
export const PanelBoundary = catchError(FailedPanel)
