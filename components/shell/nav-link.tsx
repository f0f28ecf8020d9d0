'use client'

import type { ReactNode } from 'react'
import { Link, usePathname } from '#lib/i18n/navigation.ts'

export type NavLinkProps = {
  href: string
  className?: string
  title?: string
  onClick?: () => void
  children: ReactNode
}

const isWithin = (pathname: string, href: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)

/** A link that knows whether one is there: `aria-current` drives its look. */
export function NavLink({ href, children, ...rest }: NavLinkProps) {
  const here = isWithin(usePathname(), href)
  return (
    <Link href={href} aria-current={here ? 'page' : undefined} {...rest}>
      {children}
    </Link>
  )
}
