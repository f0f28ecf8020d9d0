'use client'

import { SunMoon } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'

const DisplayDialog = dynamic(() => import('./display-dialog.tsx').then((module) => module.DisplayDialog))

/** Appearance, language and shortcuts, fetched on first use. */
export function DisplayMenu() {
  const t = useTranslations('shell')
  const [open, setOpen] = useState(false)
  const [used, setUsed] = useState(false)
  return (
    <>
      <IconButton
        kind="secondary"
        label={t('preferences')}
        aria-haspopup="dialog"
        icon={<Icon of={SunMoon} />}
        onClick={() => {
          setUsed(true)
          setOpen(true)
        }}
      />
      {used && <DisplayDialog open={open} onOpenChange={setOpen} />}
    </>
  )
}
