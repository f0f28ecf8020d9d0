import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { DoorSkeleton } from '#components/auth/door-frame.tsx'
import { MutePanel, type MuteSearch } from '#components/mail/mute-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail')
  return { title: t('mute.title'), referrer: 'no-referrer' }
}

export default function MutePage({ searchParams }: { searchParams: MuteSearch }) {
  return (
    <Suspense fallback={<DoorSkeleton fields={1} />}>
      <MutePanel search={searchParams} />
    </Suspense>
  )
}
