import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LanguageLinks } from '#components/shell/display-settings.tsx'
import { Logo } from '#components/shell/logo.tsx'
import { cardClass } from '#components/ui/card.tsx'
import { classNames } from '#components/ui/class-names.ts'

/** The frame of the pages outside: the mark, one card, the languages. */
export function DoorFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('shell')
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-4 py-6 sm:py-10">
      <header className="mb-6 flex items-center justify-between gap-4 sm:mb-8">
        <Logo className="text-lg" />
        <LanguageLinks label={t('language')} />
      </header>
      <main id="main" className="flex-1">
        {children}
      </main>
      <p className="mt-8 text-center text-label text-subtle">{t('tagline')}</p>
    </div>
  )
}

/** The card of a page outside, headed by its `h1`. */
export function DoorCard({
  title,
  text,
  children,
}: {
  title: ReactNode
  text: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={classNames(cardClass, 'sm:p-8!')}>
      <h1 className="text-title font-[650] tracking-[-0.02em]">{title}</h1>
      <p className="mt-1 mb-6 text-muted text-pretty">{text}</p>
      {children}
    </div>
  )
}

/** The card's place while the server looks who is there. */
export function DoorSkeleton({ fields }: { fields: number }) {
  return (
    <div aria-busy className={classNames(cardClass, 'sm:p-8!')}>
      <div aria-hidden className="skeleton-late grid gap-5">
        <div className="skeleton h-7 w-1/2" />
        {Array.from({ length: fields }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places are all alike and never move
          <div key={index} className="skeleton h-10 w-full" />
        ))}
      </div>
    </div>
  )
}
