'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { Input } from './input.tsx'

/** A passphrase with a "show" button; paste and password managers work. */
export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  const t = useTranslations('common')
  const [shown, setShown] = useState(false)
  return (
    <div className="relative">
      <Input
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...props}
        type={shown ? 'text' : 'password'}
        className="pr-12"
      />
      <IconButton
        label={t(shown ? 'hidePassword' : 'showPassword')}
        aria-pressed={shown}
        icon={<Icon of={shown ? EyeOff : Eye} />}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0 text-muted"
      />
    </div>
  )
}
