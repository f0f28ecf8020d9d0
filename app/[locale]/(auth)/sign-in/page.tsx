import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { DoorSkeleton } from '#components/auth/door-frame.tsx'
import { type Search, SignInPanel } from '#components/auth/sign-in-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('title') }
}

export default function SignInPage({ searchParams }: { searchParams: Search }) {
  return (
    <Suspense fallback={<DoorSkeleton fields={3} />}>
      <SignInPanel search={searchParams} />
    </Suspense>
  )
}
