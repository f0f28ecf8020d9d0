'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'

export type DialogProps = {
  title: ReactNode
  description?: ReactNode
  /** A button that opens it; or control it with `open` and `onOpenChange`. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Where the focus goes at the end, when a dialog that came late cannot know what opened it. */
  finalFocus?: RefObject<HTMLElement | null>
  /** Buttons at the end, the main one last. */
  footer?: ReactNode
  children?: ReactNode
}

const backdropClass =
  'fixed inset-0 z-40 bg-scrim move transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0'

const centred =
  'float fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[28rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col'

const sheet = classNames(
  'fixed z-50 flex flex-col bg-surface shadow-float move transition-transform',
  'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-[14px] border-t border-border pb-[env(safe-area-inset-bottom)]',
  'data-ending-style:translate-y-full data-starting-style:translate-y-full',
  'nav:inset-y-0 nav:right-0 nav:left-auto nav:max-h-none nav:w-[26rem] nav:rounded-none nav:border-t-0 nav:border-l',
  'nav:data-ending-style:translate-x-full nav:data-ending-style:translate-y-0 nav:data-starting-style:translate-x-full nav:data-starting-style:translate-y-0',
)

/** A window over the page. Load it lazily where it is not needed at first. */
export function Dialog(props: DialogProps) {
  return <Window {...props} popupClass={centred} />
}

/** A window from the right, on a phone from below: filters, details, navigation. */
export function Sheet(props: DialogProps) {
  return <Window {...props} popupClass={sheet} />
}

function Window({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  finalFocus,
  footer,
  children,
  popupClass,
}: DialogProps & { popupClass: string }) {
  const t = useTranslations('common')
  return (
    <Base.Root open={open} onOpenChange={onOpenChange && ((next) => onOpenChange(next))}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className={popupClass} finalFocus={finalFocus}>
          <div className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1 pt-1.5">
              <Base.Title className="text-base font-semibold">{title}</Base.Title>
              {description && <Base.Description className="text-muted">{description}</Base.Description>}
            </div>
            <Base.Close
              render={<IconButton label={t('close')} icon={<Icon of={X} />} className="-mr-2 text-muted" />}
            />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pb-5">{children}</div>
          {footer && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-border px-5 py-3">{footer}</div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
