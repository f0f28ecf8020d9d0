import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { setRequestLocale } from 'next-intl/server'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { PreferencesProvider } from '#components/shell/preferences-provider.tsx'
import { requestPreferences } from '#components/shell/request-preferences.ts'
import { Toasts } from '#components/ui/toasts.tsx'
import { isLocale, locales } from '#lib/i18n/locales.ts'
import { translatorFor } from '#lib/i18n/translator.ts'
import '../globals.css'

/** Pages are personal and carry a nonce, so nothing of them is rendered before the request. */
export const instant = false

export const generateStaticParams = () => locales.map((locale) => ({ locale }))

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f9fafb' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1113' },
  ],
}

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const t = translatorFor(locale, 'shell')
  return {
    title: { default: 'Minh', template: '%s · Minh' },
    description: t('tagline'),
    applicationName: 'Minh',
    manifest: '/manifest.webmanifest',
    icons: { icon: '/icon.svg' },
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, email: false, address: false },
  }
}

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  setRequestLocale(locale)
  await headers()
  const preferences = await requestPreferences()
  return (
    <html
      lang={locale}
      data-theme={preferences.theme === 'system' ? undefined : preferences.theme}
      data-private={preferences.amountsHidden ? '' : undefined}
      data-nav-collapsed={preferences.navCollapsed ? '' : undefined}
    >
      <body>
        <ClientMessages>
          <PreferencesProvider initial={preferences}>
            <NuqsAdapter>{children}</NuqsAdapter>
            <Toasts />
          </PreferencesProvider>
        </ClientMessages>
      </body>
    </html>
  )
}
