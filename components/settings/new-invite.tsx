'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { createInviteAction } from '#lib/users/actions.ts'
import { CopyField } from './copy-field.tsx'
import { useStep } from './use-step.ts'

/** Makes an invitation; its link stands here once. */
export function NewInvite() {
  const t = useTranslations('settings')
  const [url, setUrl] = useState<string | null>(null)
  const { busy, run } = useStep()
  return (
    <div className="mt-4 grid gap-4">
      {url && (
        <Notice tone="success" role="status" title={t('inviteReadyTitle')}>
          <div className="mt-2">
            <CopyField label={t('inviteLink')} value={url} />
          </div>
        </Notice>
      )}
      <Button
        kind="primary"
        busy={busy}
        className="justify-self-start"
        onClick={() =>
          run(
            () => createInviteAction({}),
            (invite) => setUrl(invite.url),
          )
        }
      >
        {t('inviteNew')}
      </Button>
    </div>
  )
}
