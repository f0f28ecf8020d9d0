import { getLocale, getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card, CardGrid } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Institution } from '#lib/connections/types.ts'
import { localeOf } from '#lib/i18n/locales.ts'

/** Click by click from the bank's site to the import page. */
export async function BankSteps({ bank }: { bank: Institution }) {
  const t = await getTranslations('onboarding')
  const locale = localeOf(await getLocale())
  return (
    <CardGrid>
      <Card span="wide" heading={t('stepsTitle')}>
        <ol className="mt-3 grid gap-3">
          {bank.steps[locale].map((step, index) => (
            <li key={step} className="flex gap-3">
              <span
                aria-hidden="true"
                className="num grid size-7 shrink-0 place-items-center rounded-full bg-inset text-label font-semibold"
              >
                {index + 1}
              </span>
              <span className="pt-0.5">{step}</span>
            </li>
          ))}
        </ol>
        <div className="mt-5">
          <Notice tone="info">{bank.note[locale]}</Notice>
        </div>
      </Card>
      <Card span="narrow" heading={t('afterTitle')}>
        <p className="mt-3 mb-4 text-muted">{t('afterText')}</p>
        <ButtonLink kind="primary" href="/import">
          {t('goImport')}
        </ButtonLink>
      </Card>
    </CardGrid>
  )
}
