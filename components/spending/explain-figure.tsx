'use client'

import { type ReactNode, useCallback } from 'react'
import { Explain } from '#components/ui/explain.tsx'
import { explainAction } from '#lib/spending/actions.ts'
import type { Figure } from '#lib/spending/types.ts'

export type ExplainFigureProps = { figure: Figure; title: string; children: ReactNode; className?: string }

/** A number that tells, when opened, which rows it is made of and which it leaves out. */
export function ExplainFigure({ figure, title, children, className }: ExplainFigureProps) {
  const load = useCallback(async () => {
    const result = await explainAction(figure)
    if (!result.ok) throw new Error(result.error.message)
    return result.data
  }, [figure])
  return (
    <Explain title={title} load={load} className={className}>
      {children}
    </Explain>
  )
}
