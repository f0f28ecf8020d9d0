'use client'

import { Ellipsis } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'

const Content = dynamic(() => import('./more-sheet-content.tsx').then((module) => module.MoreSheetContent))

/** The last place of the bottom bar; its sheet is fetched on first use. */
export function MoreSheet() {
  const t = useTranslations('shell')
  const [open, setOpen] = useState(false)
  const [used, setUsed] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setUsed(true)
          setOpen(true)
        }}
        className="flex min-h-14 flex-col items-center justify-center gap-0.5 text-[0.6875rem] leading-4 font-medium text-muted"
      >
        <Icon of={Ellipsis} />
        {t('more')}
      </button>
      {used && <Content open={open} onOpenChange={setOpen} />}
    </>
  )
}
