import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names.ts'

export type IconProps = { of: LucideIcon; size?: 16 | 20 | 24; className?: string }

/** A decorative picture beside words: 20 px, 1.5 stroke. Import the picture itself from lucide-react. */
export function Icon({ of: Picture, size = 20, className }: IconProps) {
  return <Picture size={size} strokeWidth={1.5} aria-hidden className={classNames('shrink-0', className)} />
}
