'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { toggleAmounts } from './preference-store.ts'
import { usePreferences } from './preferences-provider.tsx'

/** The eye: hides every amount on the page. */
export function AmountsToggle() {
  const t = useTranslations('shell')
  const { amountsHidden } = usePreferences()
  return (
    <IconButton
      kind="secondary"
      label={t(amountsHidden ? 'showAmounts' : 'hideAmounts')}
      icon={<Icon of={amountsHidden ? EyeOff : Eye} />}
      onClick={toggleAmounts}
    />
  )
}
