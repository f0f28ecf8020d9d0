import { ChevronRight } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Icon } from '#components/ui/icon.tsx'
import { findInstitutions } from '#lib/connections/institutions.ts'
import type { Country, Institution } from '#lib/connections/types.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { BankMark } from './bank-mark.tsx'

async function BankRow({ bank }: { bank: Institution }) {
  const t = await getTranslations('onboarding')
  return (
    <li>
      <Link
        href={`/link/${bank.slug}`}
        className="flex min-h-14 items-center gap-3 rounded-control border border-border bg-surface px-4 py-3 hover:border-border-strong hover:bg-inset"
      >
        <BankMark name={bank.name} />
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{bank.name}</span>
          <span className="block text-label text-muted">
            {t('bankFormats', { formats: bank.formats.join(', ') })}
          </span>
        </span>
        <Icon of={ChevronRight} className="text-subtle" />
      </Link>
    </li>
  )
}

async function BankGroup({ country, banks }: { country: Country; banks: Institution[] }) {
  const t = await getTranslations('onboarding')
  if (banks.length === 0) return null
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-label font-medium text-muted">{t(`country${country}`)}</h2>
      <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
        {banks.map((bank) => (
          <BankRow key={bank.slug} bank={bank} />
        ))}
      </ul>
    </section>
  )
}

/** Banks that match, by country; an empty result says what to do instead. */
export async function BankList({ query }: { query: string }) {
  const t = await getTranslations('onboarding')
  const banks = findInstitutions(query)
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {t('results', { count: banks.length })}
      </p>
      {(['US', 'VN'] as const).map((country) => (
        <BankGroup key={country} country={country} banks={banks.filter((bank) => bank.country === country)} />
      ))}
      <section className="rounded-card border border-border bg-surface p-5">
        <h2 className="font-semibold">{banks.length > 0 ? t('otherBank') : t('noBank', { query })}</h2>
        <p className="mt-1 max-w-[68ch] text-muted">{t('noBankText')}</p>
        <Link
          href="/import"
          className="mt-2 inline-flex min-h-10 items-center font-medium text-accent hover:underline"
        >
          {t('goImport')}
        </Link>
      </section>
    </>
  )
}
