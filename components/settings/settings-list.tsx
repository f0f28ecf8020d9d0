import {
  Bell,
  ChevronRight,
  CircleUser,
  House,
  KeyRound,
  ListTree,
  type LucideIcon,
  Mail,
  Plug,
  ShieldCheck,
  UserPlus,
  Wand,
} from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { DisplaySettings } from '#components/shell/display-settings.tsx'
import { Card } from '#components/ui/card.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { env } from '#lib/env.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { getProfile } from '#lib/users/queries.ts'
import { SignOutButton } from './sign-out-button.tsx'

type Item = { href: string; icon: LucideIcon; title: string; text: string }

/** Everything that can be set, in groups, with what it is now. */
export async function SettingsList() {
  const [profile, t] = await Promise.all([getProfile(await requireScope()), getTranslations('settings')])
  const words = await getTranslations('connections')
  const { household } = profile
  const zone = household.timeZone.replaceAll('_', ' ')
  const invites = profile.isAdmin && env().signup === 'invite'
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-5">
      <Group
        title={t('groupYou')}
        items={[
          {
            href: '/settings/profile',
            icon: CircleUser,
            title: t('profile'),
            text: t('profileText', { name: profile.name, email: profile.email }),
          },
          {
            href: '/settings/household',
            icon: House,
            title: t('household'),
            text: t('householdText', { currency: household.currency, zone }),
          },
        ]}
      />
      <Group
        title={t('groupMoney')}
        items={[
          { href: '/settings/categories', icon: ListTree, title: t('categories'), text: t('categoriesText') },
          { href: '/settings/rules', icon: Wand, title: t('rules'), text: t('rulesText') },
        ]}
      />
      <Group
        title={t('groupAlerts')}
        items={[
          { href: '/alerts/rules', icon: Bell, title: t('alertRules'), text: t('alertRulesText') },
          { href: '/settings/emails', icon: Mail, title: t('emails'), text: t('emailsText') },
        ]}
      />
      <Group
        title={t('groupAccess')}
        items={[
          { href: '/settings/security', icon: ShieldCheck, title: t('security'), text: t('securityText') },
          { href: '/settings/tokens', icon: KeyRound, title: t('tokens'), text: t('tokensText') },
          ...(invites
            ? [{ href: '/settings/invites', icon: UserPlus, title: t('invites'), text: t('invitesLead') }]
            : []),
          ...(profile.isAdmin
            ? [
                {
                  href: '/settings/providers',
                  icon: Plug,
                  title: words('setup.title'),
                  text: words('setup.lead'),
                },
              ]
            : []),
        ]}
      />
      <Card heading={t('appearance')}>
        <div className="mt-3">
          <DisplaySettings />
        </div>
      </Card>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 text-label text-muted wrap-anywhere">
          {t('signedInAs', { email: profile.email })}
        </p>
        <SignOutButton />
      </div>
    </div>
  )
}

function Group({ title, items }: { title: string; items: readonly Item[] }) {
  return (
    <section>
      <h2 className="mb-1.5 px-1 text-label font-medium text-muted">{title}</h2>
      <ul className="divide-y divide-border overflow-hidden rounded-card border border-border bg-surface">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              className="move flex min-h-15 items-center gap-3 px-4 py-2.5 -outline-offset-2 transition-colors hover:bg-inset"
            >
              <span className="grid size-9 shrink-0 place-items-center rounded-control bg-inset text-muted">
                <Icon of={item.icon} />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{item.title}</span>
                <span className="block truncate text-label text-muted">{item.text}</span>
              </span>
              <Icon of={ChevronRight} size={16} className="text-subtle" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function SettingsListSkeleton() {
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-5">
      <PanelSkeleton rows={2} takeaway={false} />
      <PanelSkeleton rows={2} takeaway={false} />
      <PanelSkeleton rows={2} takeaway={false} />
    </div>
  )
}
