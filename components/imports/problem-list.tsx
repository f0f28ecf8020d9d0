'use client'

import { useTranslations } from 'next-intl'
import type { ImportProblem } from '#lib/imports/types.ts'

const shown = 50

type Props = { problems: readonly ImportProblem[]; leftOut: number }

/** Lines that did not become rows, or need a look, with their numbers; folded in when there are many. */
export function ProblemList({ problems, leftOut }: Props) {
  const t = useTranslations('imports')
  if (problems.length === 0) return null
  const more = problems.length - shown + leftOut
  return (
    <details open={problems.length <= 5} className="rounded-control bg-inset px-3 py-1">
      <summary className="control flex cursor-pointer items-center py-1.5 text-label font-medium">
        {t('problemsTitle', { count: problems.length + leftOut })}
      </summary>
      <ul className="flex flex-col gap-1 pb-2 text-label">
        {problems.slice(0, shown).map((problem) => (
          <li key={`${problem.line}-${problem.code}-${problem.message}`}>
            {problem.line !== null && (
              <span className="num font-medium">{t('problemLine', { line: problem.line })}: </span>
            )}
            <Said problem={problem} />
            {problem.severity === 'skipped' && <span className="text-warning"> ({t('problemSkipped')})</span>}
          </li>
        ))}
        {more > 0 && <li className="text-muted">{t('problemsMore', { count: more })}</li>}
      </ul>
    </details>
  )
}

/** Readers name their problems by a code; one that is not in the catalogue yet is shown in the reader's own words. */
function Said({ problem }: { problem: ImportProblem }) {
  const t = useTranslations('imports')
  const translate = t as unknown as {
    (key: string, values?: Record<string, string | number>): string
    has: (key: string) => boolean
  }
  const key = `problems.${problem.code}`
  return <>{translate.has(key) ? translate(key, problem.values) : problem.message}</>
}
