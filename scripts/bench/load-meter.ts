import { monitorEventLoopDelay } from 'node:perf_hooks'

export type Load = { millis: number; rssRise: number; longestBlock: number }

/** Runs `work`; how long it took, how far memory rose above the start, and the longest time the event loop stood still. */
export async function underMeter(work: () => Promise<void>): Promise<Load> {
  const delay = monitorEventLoopDelay({ resolution: 2 })
  const before = process.memoryUsage.rss()
  let peak = before
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 10)
  delay.enable()
  const start = performance.now()
  try {
    await work()
    const millis = performance.now() - start
    peak = Math.max(peak, process.memoryUsage.rss())
    return { millis, rssRise: peak - before, longestBlock: delay.max / 1e6 }
  } finally {
    delay.disable()
    clearInterval(sampler)
  }
}
