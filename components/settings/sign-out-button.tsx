'use client'

import { LogOut } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { homeOf } from '#lib/onboarding/home.ts'

/** Ends the session on the server, then leaves by a hard navigation: no page of before stays mounted. */
async function signOut(): Promise<boolean> {
  const answer = await fetch('/api/auth/csrf', { cache: 'no-store' })
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  const body = new URLSearchParams({ csrfToken, callbackUrl: '/sign-in', json: 'true' })
  return (await fetch('/api/auth/signout', { method: 'POST', body })).ok
}

export function SignOutButton() {
  const t = useTranslations('auth')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const [busy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    const done = await signOut().catch(() => false)
    if (done) return window.location.assign(homeOf(locale, '/sign-in'))
    setBusy(false)
    showToast({ text: errors('unavailable'), tone: 'error' })
  }
  return (
    <Button busy={busy} onClick={leave} icon={<Icon of={LogOut} size={16} />}>
      {t('signOut')}
    </Button>
  )
}
