import { headers } from 'next/headers'
import { type ReactNode, Suspense } from 'react'
import { hello } from '#lib/core/hello.ts'
export const instant = false
export default async function L({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ locale: string }>
}) {
  const { locale } = await params
  await headers()
  return (
    <html lang={locale}>
      <body>
        {hello}
        {children}
      </body>
    </html>
  )
}
