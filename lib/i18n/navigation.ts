import { createNavigation } from 'next-intl/navigation'
import { routing } from './routing.ts'

/** Links and redirects that keep the language: write addresses without a prefix (`/transactions`). */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing)
