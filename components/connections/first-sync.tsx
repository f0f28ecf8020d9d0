'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { countsOf, errorCodeOf } from '#lib/connections/view.ts'
import { useRouter } from '#lib/i18n/navigation.ts'
import { SyncProgress } from './sync-progress.tsx'
import { useSync } from './use-sync.ts'

/** Begins the first sync by itself and goes on to the charts when it is done. */
export function FirstSync({ id }: { id: string }) {
  const t = useTranslations('connections')
  const router = useRouter()
  const begun = useRef(false)
  const [failed, setFailed] = useState<string | null>(null)
  const { news, start } = useSync(id, false, (last) => {
    if (last?.run?.status === 'ok') {
      showToast({ text: t('result.ok', countsOf(last.run)) })
      router.replace('/')
    } else setFailed(t(`errors.${errorCodeOf(last?.run?.errorCode)}`))
  })
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void start()
  }, [start])
  if (failed)
    return (
      <Notice tone="error" role="alert" className="mb-4">
        {failed}
      </Notice>
    )
  return (
    <Card heading={t('firstTitle')} className="mb-4 max-w-2xl">
      <div className="mt-3">
        <SyncProgress news={news} />
      </div>
    </Card>
  )
}
