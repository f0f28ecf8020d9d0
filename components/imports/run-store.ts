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

/** The server's answer to a start or a cancel; a refusal is an Error with its words, empty when it did not answer. */
async function send(address: string, init: RequestInit): Promise<ImportRun> {
  const response = await fetch(address, init).catch(() => null)
  if (!response) throw new Error('')
  const said = (await response.json().catch(() => ({}))) as Partial<ImportRun> & { detail?: string }
  if (!response.ok || !said.id) throw new Error(said.detail ?? '')
  const run = said as ImportRun
  showRuns([run])
  return run
}

/** Starts an import; a second press gets the run of the first. Throws an Error in the person's language. */
export const startRun = (upload: string, request: Request): Promise<ImportRun> =>
  send('/api/imports/runs', {
    method: 'POST',
    // Leaving the page at once must not lose the request.
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ upload, request }),
  })

export const cancelRun = (id: string): Promise<ImportRun> =>
  send(`/api/imports/runs/${id}`, { method: 'DELETE' })

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
