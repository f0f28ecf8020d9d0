import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { optionalScope } from '#lib/auth/scope.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { timeZones } from '#lib/i18n/zone.ts'
import { homeOf } from '#lib/onboarding/home.ts'
import { signUpState } from '#lib/onboarding/queries.ts'
import { currencyChoices } from '#lib/onboarding/view.ts'
import { DoorCard } from './door-frame.tsx'
import type { Search } from './sign-in-panel.tsx'
import { SignUpForm } from './sign-up-form.tsx'

/** The card for a new profile, or why there can be none. */
export async function SignUpPanel({ search }: { search: Search }) {
  const { invite } = await search
  const locale = await getLocale()
  if (await optionalScope()) redirect(homeOf(locale))
  const [{ gate, first }, t] = await Promise.all([signUpState(), getTranslations('auth')])
  const code = typeof invite === 'string' ? invite : null
  if (gate === 'closed') return <Shut title={t('closedTitle')} text={t('closedText')} />
  if (gate === 'invite' && !code) return <Shut title={t('inviteNeededTitle')} text={t('inviteNeededText')} />
  return (
    <DoorCard title={t('signUpTitle')} text={t(first ? 'signUpFirstText' : 'signUpText')}>
      <SignUpForm
        invite={code}
        needsSetupToken={gate === 'setupToken'}
        currencies={currencyChoices(locale)}
        timeZones={timeZones()}
        home={homeOf(locale)}
      />
      {!first && <ToSignIn />}
    </DoorCard>
  )
}

async function Shut({ title, text }: { title: string; text: string }) {
  return (
    <DoorCard title={title} text={text}>
      <ToSignIn />
    </DoorCard>
  )
}

async function ToSignIn() {
  const t = await getTranslations('auth')
  return (
    <p className="mt-6 border-t border-border pt-5 text-label text-muted">
      {t('haveProfile')}{' '}
      <Link href="/sign-in" className="font-medium text-accent hover:underline">
        {t('signIn')}
      </Link>
    </p>
  )
}
