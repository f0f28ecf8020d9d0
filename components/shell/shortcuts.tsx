'use client'

import dynamic from 'next/dynamic'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useRouter } from '#lib/i18n/navigation.ts'
import { toggleAmounts } from './preference-store.ts'
import { usePreferences } from './preferences-provider.tsx'
import { matchShortcut, type ShortcutName } from './shortcut-keys.ts'

const DisplayDialog = dynamic(() => import('./display-dialog.tsx').then((module) => module.DisplayDialog))

const pages: Partial<Record<ShortcutName, string>> = {
  shortcutDashboard: '/',
  shortcutTransactions: '/transactions',
  shortcutAccounts: '/accounts',
}

/** Fields keep their letters; so do open dialogs and menus. */
const isBusy = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]') !== null

/** Listens for shortcuts. `/` goes to a field marked `data-search`, or to the transactions' search. */
export function Shortcuts() {
  const router = useRouter()
  const on = usePreferences().shortcuts
  const [listOpen, setListOpen] = useState(false)
  const previous = useRef<string | null>(null)

  const run = (name: ShortcutName) => {
    const page = pages[name]
    if (page) return router.push(page)
    if (name === 'shortcutAmounts') return toggleAmounts()
    if (name === 'shortcutList') return setListOpen(true)
    const field = document.querySelector<HTMLInputElement>('input[data-search]')
    if (field) return field.focus()
    router.push('/transactions?search=')
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isBusy(event.target))
      return
    const found = matchShortcut(previous.current, event.key)
    previous.current = found === 'waiting' ? event.key : null
    if (!found || found === 'waiting') return
    event.preventDefault()
    run(found)
  })

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  return listOpen && <DisplayDialog open={listOpen} onOpenChange={setListOpen} />
}
