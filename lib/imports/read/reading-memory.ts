import { readFile } from 'node:fs/promises'

const everyMillis = 50

/** Bytes of memory a process holds, as Linux tells; null where it does not. */
async function residentBytes(pid: number): Promise<number | null> {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes ? Number(kilobytes) * 1024 : null
  } catch {
    return null
  }
}

/** Calls `onExcess` when a process holds more than `limit` bytes; looks twenty times a second. Gives what ends the watch. */
export function watchMemory(pid: number | undefined, limit: number, onExcess: () => void): () => void {
  if (pid === undefined) return () => undefined
  const timer = setInterval(async () => {
    const bytes = await residentBytes(pid)
    if (bytes !== null && bytes > limit) onExcess()
  }, everyMillis).unref()
  return () => clearInterval(timer)
}
