import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { isOwnPath } from '#lib/auth/origin.ts'
import { optionalScope } from '#lib/auth/scope.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { homeOf } from '#lib/onboarding/home.ts'
import { signUpState } from '#lib/onboarding/queries.ts'
import { DoorCard } from './door-frame.tsx'
import { SignInForm } from './sign-in-form.tsx'

export type Search = Promise<Record<string, string | string[] | undefined>>

/** The card for signing in; a fresh instance has nobody to sign in and goes on to the first profile. */
export async function SignInPanel({ search }: { search: Search }) {
  const { next } = await search
  const locale = await getLocale()
  const home = homeOf(locale)
  const target = typeof next === 'string' && isOwnPath(next) ? (next as Route) : home
  if (await optionalScope()) redirect(target)
  const { first, gate } = await signUpState()
  if (first) redirect(homeOf(locale, '/sign-up'))
  const t = await getTranslations('auth')
  return (
    <DoorCard title={t('signInTitle')} text={t('signInText')}>
      <SignInForm next={target} />
      <div className="mt-6 grid gap-1 border-t border-border pt-5 text-label text-muted">
        {gate === 'open' && (
          <p>
            {t('noProfile')}{' '}
            <Link href="/sign-up" className="font-medium text-accent hover:underline">
              {t('createOne')}
            </Link>
          </p>
        )}
        <p className="text-pretty">{t('forgot')}</p>
      </div>
    </DoorCard>
  )
}
