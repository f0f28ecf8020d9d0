import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { requireScope, requireSession } from '#lib/auth/scope.ts'
import { quietSwitches } from '#lib/privacy/queries.ts'
import { QuietSwitch } from './quiet-switch.tsx'

/** The switches that let nothing out. */
export async function QuietPanel() {
  const [scope, session, t] = await Promise.all([
    requireScope(),
    requireSession(),
    getTranslations('privacy'),
  ])
  const { own, instance } = await quietSwitches(scope)
  return (
    <Card heading={t('switches')} className="max-w-2xl">
      {instance && !session.isAdmin && (
        <Notice tone="info" className="mt-2">
          {t('instanceIsOff')}
        </Notice>
      )}
      <QuietSwitch on={own} instance={false} />
      {session.isAdmin && <QuietSwitch on={instance} instance />}
    </Card>
  )
}
