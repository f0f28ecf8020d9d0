import { Landmark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** The bank has colours of its own, so that nobody takes its pages for Minh's. */
const look =
  '[--accent:light-dark(#3a3f9e,#aab0ff)] [--accent-strong:light-dark(#2b2f7d,#c6caff)] [--accent-wash:light-dark(#ebecf8,#23264a)] [--focus:light-dark(#3a3f9e,#aab0ff)] [--on-accent:light-dark(#ffffff,#10122e)]'

/** The pages of the Demo Bank: its name in a band, and what it is. */
export function BankFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('demo.bank')
  return (
    <div className={look}>
      <header className="bg-[light-dark(#2b2f7d,#1b1e42)] text-[#ffffff]">
        <div className="mx-auto flex w-full max-w-xl items-center gap-3 px-4 py-5">
          <Landmark aria-hidden size={26} />
          <p className="font-[Georgia,serif] text-title">{t('name')}</p>
        </div>
      </header>
      <div className="mx-auto flex w-full max-w-xl flex-col gap-6 px-4 py-6 sm:py-8">
        <main id="main">{children}</main>
        <p className="text-label text-muted text-pretty">{t('notReal')}</p>
      </div>
    </div>
  )
}

/** A heading and what it means. */
export function BankHeading({ title, text }: { title: string; text: string }) {
  return (
    <div className="mb-6">
      <h1 className="text-title font-[650]">{title}</h1>
      <p className="mt-1 text-muted text-pretty">{text}</p>
    </div>
  )
}

export function BankSkeleton() {
  return (
    <div aria-busy>
      <div aria-hidden className="skeleton-late grid gap-5">
        <div className="skeleton h-7 w-1/2" />
        <div className="skeleton h-10 w-full" />
        <div className="skeleton h-10 w-full" />
        <div className="skeleton h-40 w-full" />
      </div>
    </div>
  )
}
