import { Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { TopBar } from '#components/shell/top-bar.tsx'
import { type PageSearch, pageBasis } from '#components/spending/page-basis.ts'
import { PeriodPicker } from '#components/spending/period-picker.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { periodName } from '#lib/spending/view.ts'

/** The month that is shown, the way to others, and the way to more accounts. */
export async function DashboardHeader({ search }: { search: PageSearch }) {
  const { scope, basis, chosen } = await pageBasis(search)
  if (basis.accounts === 0) return <DashboardHeaderFrame />
  const { period } = chosen
  return (
    <TopBar
      title={<PeriodTitle name={periodName(period, scope, scope.today, scope.locale)} />}
      period={
        <PeriodPicker path="/" period={period} rule={scope} today={scope.today} oldest={basis.oldest} />
      }
      action={<AddAccount />}
    />
  )
}

/** The header's place until the month is known. */
export function DashboardHeaderFrame() {
  const t = useTranslations('dashboard')
  return <TopBar title={t('title')} />
}

function PeriodTitle({ name }: { name: string }) {
  const t = useTranslations('dashboard')
  const locale = useLocale()
  return (
    <span lang={locale}>
      <span className="sr-only">{t('title')}: </span>
      {name}
    </span>
  )
}

function AddAccount() {
  const t = useTranslations('dashboard')
  return (
    <ButtonLink href="/link" kind="primary" icon={<Icon of={Plus} />}>
      <span className="max-sm:sr-only">{t('addAccount')}</span>
    </ButtonLink>
  )
}
