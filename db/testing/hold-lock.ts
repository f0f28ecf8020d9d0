import { acquireLock } from '../embedded/lock.ts'
import { embeddedPaths } from '../embedded/paths.ts'

/** A process for the lock's tests: takes the lock of the folder it is given, says so, and keeps it until it dies. */
try {
  acquireLock(embeddedPaths(process.argv[2] ?? ''))
  process.stdout.write('held\n')
} catch (error) {
  process.stdout.write(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`)
  process.exit(1)
}
process.stdin.resume()
