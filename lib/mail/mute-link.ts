import 'server-only'
import { env } from '#lib/env.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { muteKey } from './mute-key.ts'
import { type MuteClaims, readMuteToken, signMuteToken } from './mute-token.ts'

/** `post` acts and is for mail programs (RFC 8058); `page` asks first and is for people. */
export function muteLinks(claims: MuteClaims, locale: Locale): { post: string; page: string } {
  const query = `?t=${signMuteToken(claims, muteKey())}`
  const { publicUrl } = env()
  return {
    post: `${publicUrl}/api/mail/mute${query}`,
    page: `${publicUrl}${locale === 'en' ? '' : `/${locale}`}/mute${query}`,
  }
}

/** What a link from a mail may mute; null when it is not one of this instance's. */
export const claimsOf = (token: string): MuteClaims | null => readMuteToken(token, muteKey())
