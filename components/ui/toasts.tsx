'use client'

import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { closeToast, currentToasts, onToasts, type ShownToast } from './toast-store.ts'

const none: readonly ShownToast[] = []
const shownFor = 10_000

/** Where toasts appear; the shell renders it once. */
export function Toasts() {
  const t = useTranslations('common')
  const toasts = useSyncExternalStore(onToasts, currentToasts, () => none)
  return (
    <section
      aria-label={t('notifications')}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--bar-bottom)+1rem)] z-60 flex flex-col items-end gap-2"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

/** Leaves after 10 seconds, but not while someone is at it. */
function ToastCard({ toast }: { toast: ShownToast }) {
  const t = useTranslations('common')
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => closeToast(toast.id), shownFor)
    return () => clearTimeout(timer)
  }, [held, toast.id])
  const bad = toast.tone === 'error'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: attention holds the toast, nothing is operated
    <div
      role={bad ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="float pointer-events-auto flex w-96 max-w-full animate-[rise_var(--dur)_var(--ease)] items-center gap-3 py-1.5 pr-1.5 pl-4"
    >
      <Icon
        of={bad ? CircleAlert : CircleCheck}
        className={classNames(bad ? 'text-negative' : 'text-positive')}
      />
      <p className="min-w-0 flex-1 py-2 text-pretty">{toast.text}</p>
      {toast.onUndo && (
        <Button
          kind="quiet"
          className="text-accent!"
          onClick={() => {
            closeToast(toast.id)
            void toast.onUndo?.()
          }}
        >
          {t('undo')}
        </Button>
      )}
      <IconButton
        label={t('dismiss')}
        icon={<Icon of={X} size={16} />}
        onClick={() => closeToast(toast.id)}
      />
    </div>
  )
}
