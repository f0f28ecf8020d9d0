import { useTranslations } from 'next-intl'
import { Mark } from '#components/shell/logo.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

export default function NotFound() {
  const t = useTranslations('shell')
  return (
    <main className="grid min-h-[70dvh] place-items-center p-4">
      <EmptyState
        icon={<Mark />}
        title={<h1>{t('notFoundTitle')}</h1>}
        text={t('notFoundText')}
        actions={
          <ButtonLink href="/" kind="primary">
            {t('notFoundHome')}
          </ButtonLink>
        }
      />
    </main>
  )
}
