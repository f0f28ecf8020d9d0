export type Limiter = {
  /** Takes one from the key's allowance; null when granted, else the seconds to wait. */
  take: (key: string, now?: number) => number | null
}

/** A token bucket per key, in this process's memory: `burst` at once, refilled over `windowMs`. Idle keys are forgotten. */
export function createLimiter(burst: number, windowMs: number, maxKeys = 10_000): Limiter {
  const buckets = new Map<string, { left: number; at: number }>()
  const perMs = burst / windowMs
  return {
    take(key, now = Date.now()) {
      const known = buckets.get(key)
      const left = known ? Math.min(burst, known.left + (now - known.at) * perMs) : burst
      buckets.delete(key)
      if (buckets.size >= maxKeys) {
        const oldest = buckets.keys().next().value
        if (oldest !== undefined) buckets.delete(oldest)
      }
      const granted = left >= 1
      buckets.set(key, { left: granted ? left - 1 : left, at: now })
      return granted ? null : Math.max(1, Math.ceil((1 - left) / perMs / 1000))
    },
  }
}
