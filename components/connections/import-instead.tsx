import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** Where no live way leads to a European bank: why, and the file as the way. */
export async function ImportInstead({ title, text }: { title: string; text: string }) {
  const t = await getTranslations('connections.europe')
  return (
    <EmptyState
      title={title}
      text={text}
      actions={
        <ButtonLink kind="primary" href="/import">
          {t('goImport')}
        </ButtonLink>
      }
    />
  )
}
