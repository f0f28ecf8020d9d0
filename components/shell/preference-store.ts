'use client'

import { type Preferences, preferenceCookies, readPreferences, type Theme } from './preferences.ts'

const listeners = new Set<() => void>()
let snapshot: Preferences | undefined

function cookieValue(name: string): string | undefined {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}

/** What the cookies say now. */
export function currentPreferences(): Preferences {
  snapshot ??= readPreferences(cookieValue)
  return snapshot
}

function keep(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`
  snapshot = undefined
  for (const listener of listeners) listener()
}

export function onPreferences(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function setTheme(theme: Theme): void {
  keep(preferenceCookies.theme, theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export function setAmountsHidden(hidden: boolean): void {
  keep(preferenceCookies.amounts, hidden ? 'hidden' : 'shown')
  document.documentElement.toggleAttribute('data-private', hidden)
}

export const toggleAmounts = (): void => setAmountsHidden(!currentPreferences().amountsHidden)

export function setNavCollapsed(collapsed: boolean): void {
  keep(preferenceCookies.nav, collapsed ? 'collapsed' : 'open')
  document.documentElement.toggleAttribute('data-nav-collapsed', collapsed)
}

export const setShortcuts = (on: boolean): void => keep(preferenceCookies.keys, on ? 'on' : 'off')
