'use client'

import { Ellipsis, Merge, Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { chartColour } from '#components/charts/chart-colour.ts'
import { Dot } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu } from '#components/ui/menu.tsx'
import type { CategoryNode } from '#lib/categories/types.ts'
import { categoryName, rowsOfFamily } from '#lib/categories/view.ts'
import { CategoryEditor, type Editing } from './category-editor.tsx'
import { CategoryRemoval } from './category-removal.tsx'

/** The household's tree: rename, recolour, add, and merge or remove. */
export function CategoryTree({ tree }: { tree: readonly CategoryNode[] }) {
  const t = useTranslations('categories')
  const [editing, setEditing] = useState<Editing | null>(null)
  const [removing, setRemoving] = useState<CategoryNode | null>(null)
  return (
    <div className="flex max-w-3xl flex-col gap-3 sm:gap-4">
      <Button
        className="self-start"
        icon={<Icon of={Plus} size={16} />}
        onClick={() => setEditing({ category: null, parent: null })}
      >
        {t('addGroup')}
      </Button>
      {tree.map((group) => (
        <Card key={group.id} className="py-2! sm:py-2!">
          <ul className="divide-y divide-border">
            {[group, ...group.children].map((category) => (
              <CategoryLine
                key={category.id}
                category={category}
                onEdit={() => setEditing({ category, parent: null })}
                onAdd={category === group ? () => setEditing({ category: null, parent: group }) : undefined}
                onRemove={() => setRemoving(category)}
              />
            ))}
          </ul>
        </Card>
      ))}
      <CategoryEditor editing={editing} onClose={() => setEditing(null)} />
      <CategoryRemoval category={removing} onClose={() => setRemoving(null)} />
    </div>
  )
}

type LineProps = { category: CategoryNode; onEdit: () => void; onAdd?: () => void; onRemove: () => void }

function CategoryLine({ category, onEdit, onAdd, onRemove }: LineProps) {
  const t = useTranslations('categories')
  const name = categoryName(category, t)
  const add = onAdd && {
    key: 'add',
    label: t('addChild', { name }),
    icon: <Icon of={Plus} size={16} />,
    onSelect: onAdd,
  }
  return (
    <li className={classNames('flex min-h-11 items-center gap-3', category.parentId && 'pl-5')}>
      <Dot colour={chartColour(category.color)} />
      <span className={classNames('min-w-0 flex-1 truncate', !category.parentId && 'font-semibold')}>
        {name}
      </span>
      <span className="num text-label text-subtle">{t('rows', { count: rowsOfFamily(category) })}</span>
      <Menu
        trigger={<IconButton label={t('more', { name })} icon={<Icon of={Ellipsis} size={16} />} />}
        entries={[
          { key: 'edit', label: t('edit'), icon: <Icon of={Pencil} size={16} />, onSelect: onEdit },
          ...(add ? [add] : []),
          { key: 'merge', label: t('merge'), icon: <Icon of={Merge} size={16} />, onSelect: onRemove },
        ]}
      />
    </li>
  )
}
