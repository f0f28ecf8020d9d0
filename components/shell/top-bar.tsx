import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { Link } from '#lib/i18n/navigation.ts'
import { AmountsToggle } from './amounts-toggle.tsx'
import { DisplayMenu } from './display-menu.tsx'

export type TopBarProps = {
  title: ReactNode
  /** Right beside the title: the period picker. */
  period?: ReactNode
  /** The page's main action, at the end. */
  action?: ReactNode
  text?: ReactNode
}

/** The head of a signed-in page: its `h1`, the period, search, the eye, appearance, one action. Stays in place. */
export function TopBar({ title, period, action, text }: TopBarProps) {
  const t = useTranslations('shell')
  return (
    <>
      <header className="sticky top-0 z-20 -mx-4 mb-2 flex min-h-16 flex-wrap items-center gap-x-3 gap-y-2 bg-canvas/95 px-4 py-2 backdrop-blur-sm nav:-mx-8 nav:px-8">
        <h1 className="text-lg leading-7 font-[650] tracking-[-0.02em] sm:text-title">{title}</h1>
        {period}
        <div className="ml-auto flex items-center gap-2">
          <Link
            href="/transactions?search="
            className={buttonClass('secondary', 'hidden! text-muted! lg:inline-flex!')}
          >
            <Icon of={Search} />
            {t('search')}
            <Kbd>/</Kbd>
          </Link>
          <AmountsToggle />
          <span className="hidden nav:block">
            <DisplayMenu />
          </span>
          {action}
        </div>
      </header>
      {text && <p className="mb-4 max-w-[68ch] text-muted text-pretty">{text}</p>}
    </>
  )
}
