'use client'

import { useSyncExternalStore } from 'react'
import { type ImportRun, isOpen } from '#lib/imports/runs/types.ts'
import type { Request } from './staged-file.ts'

type Runs = ReadonlyMap<string, ImportRun>

const none: Runs = new Map()
const markedAs = 'minh.importing'
const quick = 400
const calm = 2500

let runs: Runs = none
let asking = false
const listeners = new Set<() => void>()

/** Notes for the next page load that an import is under way; a browser without storage only loses that. */
function mark(open: boolean): void {
  try {
    if (open) localStorage.setItem(markedAs, '1')
    else localStorage.removeItem(markedAs)
  } catch {}
}

function marked(): boolean {
  try {
    return localStorage.getItem(markedAs) !== null
  } catch {
    return false
  }
}

/** Takes over what the server says. A run that ended does not open again: answers may overtake each other. */
function learn(said: readonly ImportRun[]): void {
  const next = new Map(runs)
  for (const run of said) {
    const known = next.get(run.id)
    if (!known || isOpen(known) || !isOpen(run)) next.set(run.id, run)
  }
  runs = next
  mark([...runs.values()].some(isOpen))
  for (const listener of listeners) listener()
}

async function ask(): Promise<number | null> {
  const open = [...runs.values()].filter(isOpen).map((run) => run.id)
  try {
    const response = await fetch(`/api/imports/runs?ids=${open.join(',')}`)
    if (response.status === 401) return null
    if (!response.ok) return calm
    const said = (await response.json()) as { runs: ImportRun[] }
    learn(said.runs)
  } catch {
    return calm
  }
  return [...runs.values()].some(isOpen) ? (document.hidden ? calm : quick) : null
}

/** Asks how far the imports are until none is under way any more. */
async function follow(): Promise<void> {
  if (asking) return
  asking = true
  const next = await ask()
  asking = false
  if (next !== null) setTimeout(() => void follow(), next)
}

/** Shows runs that the server told the page about, and follows those that are under way. */
export function showRuns(known: readonly ImportRun[]): void {
  learn(known)
  if (known.some(isOpen)) void follow()
}

/** After a page load: asks about imports this browser began before. */
export function recallRuns(): void {
  if (marked()) void follow()
}

type Refusal = { upload: string; error: string }
type Started = ImportRun | Refusal

export const isRefusal = (started: Started): started is Refusal => 'error' in started && !('id' in started)

/** Asks the server; a refusal is an Error with its words, empty when it did not answer. */
async function send<T>(address: string, init: RequestInit): Promise<T> {
  const response = await fetch(address, init).catch(() => null)
  const said: unknown = await response?.json().catch(() => null)
  if (response?.ok && said) return said as T
  const detail = said && typeof said === 'object' && 'detail' in said ? said.detail : ''
  throw new Error(typeof detail === 'string' ? detail : '')
}

/** Starts imports in the order given; a second press gets the runs of the first. Throws an Error in the person's language. */
export async function startRuns(files: readonly { upload: string; request: Request }[]): Promise<Started[]> {
  mark(true)
  const { started } = await send<{ started: Started[] }>('/api/imports/runs', {
    method: 'POST',
    // Leaving the page at once must not lose the request, while it is small enough for that.
    keepalive: files.length <= 20,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ files }),
  })
  showRuns(started.flatMap((one) => (isRefusal(one) ? [] : one)))
  return started
}

export async function cancelRun(id: string): Promise<void> {
  showRuns([await send<ImportRun>(`/api/imports/runs/${id}`, { method: 'DELETE' })])
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useRuns = (): Runs =>
  useSyncExternalStore(
    subscribe,
    () => runs,
    () => none,
  )
