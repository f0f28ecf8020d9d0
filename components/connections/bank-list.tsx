import { ChevronRight } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { findInstitutions } from '#lib/connections/institutions.ts'
import { configuredProviders } from '#lib/connections/provider-setups.ts'
import type { Country, Institution } from '#lib/connections/types.ts'
import type { ErrorCode } from '#lib/connections/view.ts'
import { demoBank, demoMatches, liveWaysOf, offered } from '#lib/connections/ways.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { BankMark } from './bank-mark.tsx'

async function BankRow({ bank, isLive }: { bank: Institution; isLive: boolean }) {
  const t = await getTranslations('connections')
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
            {isLive && `${t('pickLive')} · `}
            {t('pickFile', { formats: bank.formats.join(', ') })}
          </span>
        </span>
        <Icon of={ChevronRight} className="text-subtle" />
      </Link>
    </li>
  )
}

/** Two clicks to a bank with a history: everyone has it. */
async function DemoRow() {
  const t = await getTranslations('connections')
  return (
    <Link
      href="/link/with/demo"
      className="mb-6 flex min-h-14 max-w-xl items-center gap-3 rounded-control border border-border bg-surface px-4 py-3 hover:border-border-strong hover:bg-inset"
    >
      <BankMark name={demoBank.name} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{demoBank.name}</span>
        <span className="block text-label text-muted">{t('pickDemo')}</span>
      </span>
      <Icon of={ChevronRight} className="text-subtle" />
    </Link>
  )
}

type GroupProps = { country: Country; banks: Institution[]; configured: ReadonlySet<string> }

async function BankGroup({ country, banks, configured }: GroupProps) {
  const t = await getTranslations('onboarding')
  if (banks.length === 0) return null
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-label font-medium text-muted">{t(`country${country}`)}</h2>
      <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
        {banks.map((bank) => (
          <BankRow key={bank.slug} bank={bank} isLive={offered(liveWaysOf(bank), configured).length > 0} />
        ))}
      </ul>
    </section>
  )
}

/** Banks that match, by country; an empty result says what to do instead. */
export async function BankList({ query, failed }: { query: string; failed: ErrorCode | null }) {
  const [t, words, configured] = await Promise.all([
    getTranslations('onboarding'),
    getTranslations('connections'),
    configuredProviders(),
  ])
  const banks = findInstitutions(query)
  return (
    <>
      {failed && (
        <Notice tone="error" title={words('failedTitle')} className="mb-4">
          {words(`errors.${failed}`)}
        </Notice>
      )}
      <p aria-live="polite" className="sr-only">
        {t('results', { count: banks.length })}
      </p>
      {demoMatches(query) && <DemoRow />}
      {(['US', 'VN'] as const).map((country) => (
        <BankGroup
          key={country}
          country={country}
          banks={banks.filter((bank) => bank.country === country)}
          configured={configured}
        />
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
