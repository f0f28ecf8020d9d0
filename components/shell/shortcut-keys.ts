/** Keys that work anywhere on the signed-in pages while nobody types in a field. */
export const shortcuts = [
  { keys: ['/'], label: 'shortcutSearch' },
  { keys: ['g', 'd'], label: 'shortcutDashboard' },
  { keys: ['g', 't'], label: 'shortcutTransactions' },
  { keys: ['g', 'a'], label: 'shortcutAccounts' },
  { keys: ['h'], label: 'shortcutAmounts' },
  { keys: ['?'], label: 'shortcutList' },
] as const

export type ShortcutName = (typeof shortcuts)[number]['label']

/** Finds what a key does after the key before it; `waiting` is a first key that expects a second one. */
export function matchShortcut(previous: string | null, key: string): ShortcutName | 'waiting' | null {
  const whole = previous ? [previous, key] : [key]
  const found = shortcuts.find((shortcut) => shortcut.keys.join(' ') === whole.join(' '))
  if (found) return found.label
  if (previous) return matchShortcut(null, key)
  return shortcuts.some((shortcut) => shortcut.keys.length > 1 && shortcut.keys[0] === key) ? 'waiting' : null
}
