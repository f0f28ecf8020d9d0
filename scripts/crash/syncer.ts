import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type Syncer = {
  /** Asks for a sync; resolves with how it ended, or with `killed`. `hear` gets each word of the process. */
  sync: (day: string, hour: number, hear?: (word: string) => void) => Promise<string>
  kill: () => void
  isDead: () => boolean
  end: () => Promise<void>
}

const childFile = fileURLToPath(new URL('./sync-child.ts', import.meta.url))

/** Starts a process that syncs one login when it is asked to. */
export async function startSyncer(email: string, connectionId: string, origin: string): Promise<Syncer> {
  const child = fork(childFile, [email, connectionId, origin], {
    execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await Promise.race([wordOf(child, 'ready'), once(child, 'exit').then(refuse)])
  return {
    sync: (day, hour, hear = () => undefined) =>
      new Promise((resolve) => {
        const onWord = (message: unknown): void => {
          const word = String(message)
          hear(word.split(' ')[0] ?? '')
          if (word.startsWith('ended ')) end(word.slice('ended '.length))
        }
        const onExit = (): void => end('killed')
        const end = (how: string): void => {
          child.off('message', onWord)
          child.off('exit', onExit)
          resolve(how)
        }
        child.on('message', onWord)
        child.once('exit', onExit)
        child.send(`${day} ${hour}`, (error) => error && end('killed'))
      }),
    kill: () => void child.kill('SIGKILL'),
    isDead: () => child.killed || child.exitCode !== null,
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

const refuse = (): never => {
  throw new Error('The syncing process did not start.')
}

const wordOf = (child: ChildProcess, word: string): Promise<void> =>
  new Promise((resolve) => {
    const onWord = (message: unknown): void => {
      if (message !== word) return
      child.off('message', onWord)
      resolve()
    }
    child.on('message', onWord)
  })
