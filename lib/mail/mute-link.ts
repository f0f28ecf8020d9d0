import 'server-only'
import { env } from '#lib/env.ts'
import { type Locale, localeOf } from '#lib/i18n/locales.ts'
import { deriveKey, deriveKeys } from '#lib/secrets/master-key.ts'
import { type MuteClaims, readMuteToken, signMuteToken } from './mute-token.ts'

const keyPurpose = 'mail-mute'

/** `post` acts and is for mail programs (RFC 8058); `page` asks first and is for people. */
export function muteLinks(claims: MuteClaims, locale: Locale): { post: string; page: string } {
  const query = `?t=${signMuteToken(claims, deriveKey(keyPurpose))}`
  return {
    post: `${env().publicUrl}/api/mail/mute${query}`,
    page: pageUrl(locale, query),
  }
}

/** What a link from a mail may mute; null when it is not one of this instance's. */
export function claimsOf(token: string): MuteClaims | null {
  for (const key of deriveKeys(keyPurpose)) {
    const claims = readMuteToken(token, key)
    if (claims) return claims
  }
  return null
}

const pageUrl = (locale: Locale, query: string): string =>
  `${env().publicUrl}${locale === 'en' ? '' : `/${locale}`}/mute${query}`

/** The page that asks before it mutes, or that says it is done. */
export const mutePageUrl = (token: string, locale: string, done: boolean): string =>
  pageUrl(localeOf(locale), `?${new URLSearchParams({ t: token, ...(done && { done: '1' }) })}`)
