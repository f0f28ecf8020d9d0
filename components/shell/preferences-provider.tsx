'use client'

import { createContext, type ReactNode, use, useSyncExternalStore } from 'react'
import { currentPreferences, onPreferences } from './preference-store.ts'
import { type Preferences, readPreferences } from './preferences.ts'

const Initial = createContext<Preferences>(readPreferences(() => undefined))

/** Gives client components the preferences the server rendered with. */
export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  return <Initial value={initial}>{children}</Initial>
}

/** The current preferences; a change shows everywhere at once and is kept in a cookie. */
export function usePreferences(): Preferences {
  const initial = use(Initial)
  return useSyncExternalStore(onPreferences, currentPreferences, () => initial)
}
