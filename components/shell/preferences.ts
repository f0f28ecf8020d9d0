/** Cookies the server reads before the first paint. They hold looks, nothing about a person. */
export const preferenceCookies = {
  theme: 'minh-theme',
  amounts: 'minh-amounts',
  nav: 'minh-nav',
  keys: 'minh-keys',
} as const

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export type Preferences = {
  theme: Theme
  amountsHidden: boolean
  navCollapsed: boolean
  shortcuts: boolean
}

/** Reads preferences from a getter of cookie values. */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  const theme = cookie(preferenceCookies.theme)
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    amountsHidden: cookie(preferenceCookies.amounts) === 'hidden',
    navCollapsed: cookie(preferenceCookies.nav) === 'collapsed',
    shortcuts: cookie(preferenceCookies.keys) !== 'off',
  }
}
