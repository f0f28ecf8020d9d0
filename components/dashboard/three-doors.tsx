import { FileUp, Landmark, type LucideIcon, Sparkles } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** Where a household without accounts begins. `demo` is the button that loads the sample data. */
export function ThreeDoors({ demo }: { demo?: ReactNode }) {
  const t = useTranslations('dashboard')
  return (
    <section aria-labelledby="three-doors" className="mx-auto max-w-4xl py-6 sm:py-14">
      <div className="mx-auto mb-8 max-w-xl text-center sm:mb-12">
        <h2 id="three-doors" className="text-kpi leading-tight font-[650] tracking-[-0.03em] text-balance">
          {t('emptyTitle')}
        </h2>
        <p className="mt-3 text-base text-muted text-pretty">{t('emptyText')}</p>
      </div>
      <ul className="grid gap-3 sm:grid-cols-3 sm:gap-5">
        <Door icon={Landmark} title={t('doorLink')} text={t('doorLinkText')}>
          <ButtonLink href="/link">{t('doorLinkOpen')}</ButtonLink>
        </Door>
        <Door icon={FileUp} title={t('doorImport')} text={t('doorImportText')}>
          <ButtonLink href="/import" kind="primary">
            {t('doorImportOpen')}
          </ButtonLink>
        </Door>
        <Door icon={Sparkles} title={t('doorDemo')} text={t('doorDemoText')}>
          {demo}
        </Door>
      </ul>
    </section>
  )
}

type DoorProps = { icon: LucideIcon; title: string; text: string; children: ReactNode }

function Door({ icon, title, text, children }: DoorProps) {
  return (
    <li className="flex flex-col rounded-card border border-border bg-surface p-5 sm:p-6">
      <span className="mb-4 grid size-11 place-items-center rounded-control bg-accent-wash text-accent">
        <Icon of={icon} size={24} />
      </span>
      <h3 className="text-base font-semibold">{title}</h3>
      <p className="mt-1 mb-5 text-muted text-pretty">{text}</p>
      <div className="mt-auto grid">{children}</div>
    </li>
  )
}
