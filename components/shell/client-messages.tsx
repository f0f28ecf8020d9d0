import { NextIntlClientProvider, useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { type Namespace, pickMessages } from '#lib/i18n/messages.ts'

const everywhere: readonly Namespace[] = ['common', 'shell', 'errors']

/** Messages for client components below: always common, shell and errors, plus the page's own. */
export function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: readonly Namespace[]
  children: ReactNode
}) {
  const locale = useLocale()
  return (
    <NextIntlClientProvider messages={pickMessages(locale, [...everywhere, ...namespaces])}>
      {children}
    </NextIntlClientProvider>
  )
}
