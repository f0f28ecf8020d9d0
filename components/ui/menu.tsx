'use client'

import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { Link } from '#lib/i18n/navigation.ts'
import { classNames } from './class-names.ts'

export type MenuEntry =
  | {
      key: string
      label: ReactNode
      icon?: ReactNode
      onSelect: () => void
      danger?: boolean
      disabled?: boolean
    }
  | { key: string; label: ReactNode; icon?: ReactNode; href: string; danger?: boolean }

export type MenuProps = { trigger: ReactElement; entries: readonly MenuEntry[]; align?: 'start' | 'end' }

const entryClass =
  'control flex cursor-pointer items-center gap-3 rounded-small px-2.5 text-sm outline-none select-none data-highlighted:bg-inset data-disabled:opacity-55'

/** Commands behind a button. */
export function Menu({ trigger, entries, align = 'end' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-50 outline-none">
          <Base.Popup className="float min-w-48 p-1.5 outline-none">
            {entries.map((entry) => {
              const look = classNames(entryClass, entry.danger && 'text-negative')
              const content = (
                <>
                  {entry.icon}
                  {entry.label}
                </>
              )
              return 'href' in entry ? (
                <Base.LinkItem
                  key={entry.key}
                  className={look}
                  closeOnClick
                  render={<Link href={entry.href} />}
                >
                  {content}
                </Base.LinkItem>
              ) : (
                <Base.Item
                  key={entry.key}
                  className={look}
                  disabled={entry.disabled}
                  onClick={entry.onSelect}
                >
                  {content}
                </Base.Item>
              )
            })}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
