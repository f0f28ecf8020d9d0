'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'

const answer = z.object({
  running: z.boolean(),
  progress: z
    .object({ phase: z.enum(['asking', 'writing', 'done']), requests: z.number(), rows: z.number() })
    .nullable(),
  run: z
    .object({
      id: z.string(),
      status: z.enum(['running', 'ok', 'failed', 'held']),
      added: z.number(),
      modified: z.number(),
      removed: z.number(),
      errorCode: z.string().nullable(),
    })
    .nullable(),
})

export type SyncNews = z.output<typeof answer>

const pace = 500
/** So often may nobody have begun before it is taken for over: the start itself takes a moment. */
const patience = 20

/** Begins a sync and follows it until it has ended. `onEnd` gets what it came to; null when the server did not answer. */
export function useSync(id: string, underWay: boolean, onEnd: (news: SyncNews | null) => void) {
  const [active, setActive] = useState(underWay)
  const [news, setNews] = useState<SyncNews | null>(null)
  const ended = useRef(onEnd)
  ended.current = onEnd
  const before = useRef<string | null>(null)
  const address = `/api/connections/${id}/sync`

  useEffect(() => {
    if (!active) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    let asked = 0
    const finish = (last: SyncNews | null) => {
      setActive(false)
      setNews(null)
      ended.current(last)
    }
    const look = async () => {
      const said = await ask(address)
      if (stopped) return
      asked++
      const fresh = said?.run && said.run.id !== before.current && said.run.status !== 'running'
      if (!said) finish(null)
      else if (!said.running && (fresh || asked > patience)) finish(said)
      else {
        setNews(said)
        timer = setTimeout(look, pace)
      }
    }
    void look()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [active, address])

  const start = useCallback(
    async (trigger: 'person' | 'link' = 'person') => {
      const last = (await ask(address))?.run
      // A sync that the clock began is followed, not begun twice.
      before.current = last && last.status !== 'running' ? last.id : null
      const begun = await fetch(trigger === 'link' ? `${address}?after=link` : address, {
        method: 'POST',
      }).catch(() => null)
      if (begun?.ok) setActive(true)
      else ended.current(null)
    },
    [address],
  )

  return { active, news, start }
}

async function ask(address: string): Promise<SyncNews | null> {
  const response = await fetch(address).catch(() => null)
  if (!response?.ok) return null
  const parsed = answer.safeParse(await response.json().catch(() => null))
  return parsed.success ? parsed.data : null
}
