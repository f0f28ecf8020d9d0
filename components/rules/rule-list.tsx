'use client'

import { ArrowDown, ArrowUp, Ellipsis, ListFilter, Pencil, Play, Plus, Power, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { CategoryLabel } from '#components/categories/category-label.tsx'
import { runAction } from '#components/transactions/run-action.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { cardClass } from '#components/ui/card.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import {
  applyRuleAction,
  createRuleAction,
  deleteRuleAction,
  reorderRulesAction,
  updateRuleAction,
} from '#lib/rules/actions.ts'
import type { Rule } from '#lib/rules/types.ts'
import { RuleEditor } from './rule-editor.tsx'

type Names = Readonly<Record<string, string>>

/** Rules with buttons to try them earlier or later, and a menu for the rest. */
export function RuleList({ rules, accountNames }: { rules: readonly Rule[]; accountNames: Names }) {
  const t = useTranslations('rules')
  const [editing, setEditing] = useState<Rule | 'new' | null>(null)
  const [busy, start] = useTransition()

  const move = (index: number, step: number) =>
    start(async () => {
      const ids = rules.map((rule) => rule.id)
      const [id] = ids.splice(index, 1)
      if (id) ids.splice(index + step, 0, id)
      await runAction(reorderRulesAction({ ids }))
    })
  const apply = async (rule: Rule) => {
    const done = await runAction(applyRuleAction({ id: rule.id }))
    if (done) showToast({ text: t('applied', { count: done.changed }) })
  }
  const remove = async (rule: Rule) => {
    const gone = await runAction(deleteRuleAction({ id: rule.id }))
    if (gone)
      showToast({
        text: t('deleted'),
        onUndo: async () => {
          const { id: _id, position: _position, enabled: _enabled, ...condition } = gone
          await runAction(createRuleAction(condition))
        },
      })
  }

  return (
    <div className="flex max-w-3xl flex-col gap-3 sm:gap-4">
      <Button className="self-start" icon={<Icon of={Plus} size={16} />} onClick={() => setEditing('new')}>
        {t('add')}
      </Button>
      <div className={classNames(cardClass, 'py-2! sm:py-2!')} aria-busy={busy}>
        {rules.length === 0 ? (
          <EmptyState
            title={t('emptyTitle')}
            text={t('emptyText')}
            icon={<Icon of={ListFilter} size={24} />}
          />
        ) : (
          <ol className="divide-y divide-border">
            {rules.map((rule, index) => (
              <li key={rule.id} className="flex min-h-14 items-center gap-1 py-1.5">
                <div className={classNames('min-w-0 flex-1', !rule.enabled && 'opacity-60')}>
                  <p className="wrap-anywhere">
                    {t('sentence', {
                      field: t(`field.${rule.field}`),
                      operator: t(`operator.${rule.operator}`),
                      value: rule.value,
                    })}{' '}
                    {rule.accountId && t('inAccount', { name: accountNames[rule.accountId] ?? '' })}{' '}
                    {!rule.enabled && <Badge>{t('off')}</Badge>}
                  </p>
                  <CategoryLabel id={rule.categoryId} className="text-label text-muted" />
                </div>
                <IconButton
                  label={t('up', { name: rule.value })}
                  icon={<Icon of={ArrowUp} size={16} />}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                />
                <IconButton
                  label={t('down', { name: rule.value })}
                  icon={<Icon of={ArrowDown} size={16} />}
                  disabled={index === rules.length - 1}
                  onClick={() => move(index, 1)}
                />
                <Menu
                  trigger={
                    <IconButton
                      label={t('more', { name: rule.value })}
                      icon={<Icon of={Ellipsis} size={16} />}
                    />
                  }
                  entries={[
                    {
                      key: 'edit',
                      label: t('edit'),
                      icon: <Icon of={Pencil} size={16} />,
                      onSelect: () => setEditing(rule),
                    },
                    {
                      key: 'apply',
                      label: t('apply'),
                      icon: <Icon of={Play} size={16} />,
                      onSelect: () => void apply(rule),
                    },
                    {
                      key: 'power',
                      label: rule.enabled ? t('turnOff') : t('turnOn'),
                      icon: <Icon of={Power} size={16} />,
                      onSelect: () =>
                        void runAction(updateRuleAction({ id: rule.id, enabled: !rule.enabled })),
                    },
                    {
                      key: 'delete',
                      label: t('delete'),
                      icon: <Icon of={Trash2} size={16} />,
                      danger: true,
                      onSelect: () => void remove(rule),
                    },
                  ]}
                />
              </li>
            ))}
          </ol>
        )}
      </div>
      <RuleEditor
        rule={editing === 'new' ? null : editing}
        open={editing !== null}
        accountNames={accountNames}
        onClose={() => setEditing(null)}
      />
    </div>
  )
}
