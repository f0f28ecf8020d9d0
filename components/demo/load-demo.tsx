import { getTranslations } from 'next-intl/server'
import { DemoActionButton } from './demo-action-button.tsx'

/** The third door of an empty dashboard. */
export async function LoadDemo() {
  const t = await getTranslations('demo')
  return <DemoActionButton does="load" label={t('try')} busyLabel={t('loading')} />
}
