import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { DoorSkeleton } from '#components/auth/door-frame.tsx'
import type { Search } from '#components/auth/sign-in-panel.tsx'
import { SignUpPanel } from '#components/auth/sign-up-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('signUpTitle') }
}

export default function SignUpPage({ searchParams }: { searchParams: Search }) {
  return (
    <Suspense fallback={<DoorSkeleton fields={5} />}>
      <SignUpPanel search={searchParams} />
    </Suspense>
  )
}
