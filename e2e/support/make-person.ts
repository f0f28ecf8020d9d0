// Run by the tests under plain Node, beside the server: makes a person with a session and a token, and prints them as JSON.
import { eq } from 'drizzle-orm'
import { closeConnections } from '#db/client.ts'
import { users } from '#db/schema/users.ts'
import { withIdentity } from '#db/scope.ts'
import { sessionCookieName } from '#lib/auth/cookie.ts'
import { createSession } from '#lib/auth/session.ts'
import { loadDemo } from '#lib/demo/mutations.ts'
import { localeOf } from '#lib/i18n/locales.ts'
import { createProfile } from '#lib/onboarding/mutations.ts'
import { createApiToken } from '#lib/users/mutations.ts'
import { writeEgress } from './write-egress.ts'

const [email = '', locale = 'en', ...wanted] = process.argv.slice(2)
const scope = await createProfile({
  email,
  passphrase: 'correct horse battery staple 88',
  name: 'Lan Nguyen',
  locale: localeOf(locale),
  currency: 'USD',
  timeZone: 'America/New_York',
})
if (wanted.includes('sample')) await loadDemo(scope)
if (wanted.includes('egress')) await writeEgress(scope)
if (wanted.includes('admin'))
  await withIdentity((tx) => tx.update(users).set({ isAdmin: true }).where(eq(users.id, scope.userId)))
const client = { ipPrefix: null, userAgent: null }
const session = await withIdentity((tx) =>
  createSession(tx, { userId: scope.userId, amr: ['pwd'], keep: false, client }),
)
const { token } = await createApiToken(scope, { name: 'e2e', scopes: ['read', 'write'], expiresAt: null })
await closeConnections()
process.stdout.write(JSON.stringify({ email, cookie: sessionCookieName(), session: session.token, token }))
