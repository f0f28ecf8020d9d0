'use client'

import { useTranslations } from 'next-intl'
import { Card } from '#components/ui/card.tsx'
import { ErrorState } from '#components/ui/error-state.tsx'

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = useTranslations('shell')
  return (
    <main className="grid min-h-[70dvh] place-items-center p-4">
      <Card className="w-full max-w-md">
        <ErrorState title={t('errorTitle')} text={t('errorText')} errorId={error.digest} onRetry={reset} />
      </Card>
    </main>
  )
}
