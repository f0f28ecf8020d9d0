'use client'

import { RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export type ErrorStateProps = {
  title?: ReactNode
  text?: ReactNode
  /** The digest Next gives an error on the server, to find it in the log. */
  errorId?: string
  onRetry?: () => void
}

/** A panel that failed: what failed, what still works, a way to try again. */
export function ErrorState({ title, text, errorId, onRetry }: ErrorStateProps) {
  const t = useTranslations('common')
  return (
    <div role="alert" className="flex flex-col items-start gap-1 py-3">
      <p className="font-semibold">{title ?? t('failedTitle')}</p>
      <p className="text-muted text-pretty">{text ?? t('failedText')}</p>
      {errorId && <p className="num text-label text-subtle">{t('errorId', { id: errorId })}</p>}
      {onRetry && (
        <Button className="mt-3" onClick={onRetry} icon={<Icon of={RotateCw} size={16} />}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}
