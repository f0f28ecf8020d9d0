import type { ReactNode } from 'react'

export type Toast = {
  text: ReactNode
  tone?: 'success' | 'error'
  /** Gives the toast an Undo button for its 10 seconds. */
  onUndo?: () => void | Promise<void>
}

export type ShownToast = Toast & { id: number }

let toasts: readonly ShownToast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly ShownToast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says something whose result is not on the screen. Call it from any client code; the shell shows it. */
export function showToast(toast: Toast): void {
  lastId += 1
  change([...toasts.slice(-2), { ...toast, id: lastId }])
}

export const closeToast = (id: number): void => change(toasts.filter((toast) => toast.id !== id))

export const currentToasts = (): readonly ShownToast[] => toasts

export function onToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
