import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { hasDemo } from '#lib/demo/queries.ts'
import { DemoActionButton } from './demo-action-button.tsx'

/** Says that the figures are made up, with the one click that takes them away; nothing when they are real. */
export async function DemoBanner() {
  const scope = await requireScope()
  if (!(await hasDemo(scope))) return null
  const t = await getTranslations('demo')
  return (
    <Notice
      tone="info"
      className="mb-4"
      actions={
        <DemoActionButton
          does="remove"
          label={t('remove')}
          busyLabel={t('removing')}
          doneLabel={t('removed')}
        />
      }
    >
      {t('banner')}
    </Notice>
  )
}
