import { PanelSkeleton } from '#components/ui/panel-skeleton.tsx'
import { listAlertRules } from '#lib/alerts/queries.ts'
import { loadRuleLines } from '#lib/alerts/rule-lines.ts'
import { ruleView } from '#lib/alerts/view.ts'
import { requireScope } from '#lib/auth/scope.ts'
import { RuleCard } from './rule-card.tsx'

export async function RulesPanel() {
  const scope = await requireScope()
  const [rules, lines] = await Promise.all([listAlertRules(scope), loadRuleLines(scope)])
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-4">
      {rules.map((rule) => (
        <RuleCard key={rule.id} rule={ruleView(rule, lines, scope.locale)} timeZone={scope.timeZone} />
      ))}
    </div>
  )
}

export function RulesSkeleton() {
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-4">
      <PanelSkeleton rows={2} />
      <PanelSkeleton rows={2} />
      <PanelSkeleton rows={2} />
    </div>
  )
}
