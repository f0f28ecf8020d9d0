import { env } from '../env.ts'

/** `__Host-` binds the cookie to this host over TLS; on http://localhost browsers refuse the prefix. */
export const sessionCookieName = (publicUrl: string = env().publicUrl): string =>
  publicUrl.startsWith('https:') ? '__Host-sid' : 'sid'

export const sessionCookieOptions = (expires?: Date, publicUrl: string = env().publicUrl) =>
  ({
    httpOnly: true,
    secure: publicUrl.startsWith('https:'),
    sameSite: 'lax',
    path: '/',
    ...(expires ? { expires } : {}),
  }) as const
