'use client'

let waiting: readonly File[] = []
const listeners = new Set<() => void>()
const none: readonly File[] = []

/** Files dropped on any page, on their way to the import page. */
export function offerFiles(files: readonly File[]): void {
  waiting = [...waiting, ...files]
  for (const listener of listeners) listener()
}

/** Takes the waiting files; they are offered once. */
export function takeFiles(): readonly File[] {
  const taken = waiting
  waiting = none
  return taken
}

export function onOfferedFiles(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
