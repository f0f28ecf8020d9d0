import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { EndpointTable } from '#components/api/endpoint-table.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card, CardGrid } from '#components/ui/card.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('docs')
  return { title: t('apiTitle') }
}

export default function ApiPage() {
  const t = useTranslations('docs')
  return (
    <>
      <TopBar
        title={t('apiTitle')}
        text={t('apiText')}
        action={<ButtonLink href="/settings/tokens">{t('apiTokens')}</ButtonLink>}
      />
      <CardGrid>
        <Card span="full" heading={t('apiStart')}>
          <pre className="mt-2 rounded-control bg-inset p-3 text-label break-all whitespace-pre-wrap">
            {'curl -H "Authorization: Bearer $MINH_TOKEN" "$MINH_URL/api/v1/accounts"'}
          </pre>
          <p className="mt-3 max-w-[68ch] text-muted">{t('apiRules')}</p>
          <p className="mt-2">
            <a
              href="/api/v1/openapi.json"
              className="inline-flex min-h-10 items-center font-medium text-accent hover:underline"
            >
              {t('apiSchema')}
            </a>
          </p>
        </Card>
        <Card span="full" heading={t('apiCalls')}>
          <EndpointTable />
        </Card>
      </CardGrid>
    </>
  )
}
