// Says what takes longer than two seconds: one line that counts on a terminal, a line every five seconds elsewhere.
const tty = process.stdout.isTTY === true

/**
 * @template T
 * @param {string} label what is happening, in English
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(label, work) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  process.stdout.write(`${label} …\n`)
  let lastSaid = 0
  const timer = setInterval(() => {
    if (seconds() < 2) return
    if (tty) process.stdout.write(`\r\x1b[K  ${seconds()} s`)
    else if (seconds() - lastSaid >= 5) {
      lastSaid = seconds()
      process.stdout.write(`  ${label}: ${lastSaid} s\n`)
    }
  }, 500)
  try {
    return await work
  } finally {
    clearInterval(timer)
    if (tty) process.stdout.write('\r\x1b[K')
  }
}
