import { isDatabaseAway } from '#db/embedded/health.ts'
import { isAppError } from '#lib/core/errors.ts'
import { type Command, print, UsageError } from './command.ts'
import { commands } from './commands.ts'

const invocation = 'npm run -s minh --'

const overview = (): string => {
  const widest = Math.max(...commands.map(({ name, usage }) => `${name} ${usage}`.length))
  const lines = commands.map(
    ({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(widest)}  ${summary}`,
  )
  return `Usage: ${invocation} COMMAND\n\n${lines.join('\n')}\n\nEvery command has --help. Errors go to stderr: status 1, or 2 when it was called the wrong way.`
}

const usageOf = ({ name, usage }: Command): string => `Usage: ${invocation} ${name} ${usage}`.trimEnd()

/** The command that the words begin with, the longest name first, and the words after it. */
function find(words: string[]): { command: Command; rest: string[] } | null {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(' '))
    if (command) return { command, rest: words.slice(length) }
  }
  return null
}

const wantsHelp = (words: string[]): boolean => words.includes('--help') || words.includes('-h')

/** Tells an error in words; the stack of an unexpected one would help nobody here. */
function explain(error: unknown): string {
  if (
    isDatabaseAway(error) ||
    (isAppError(error) && error.code === 'unavailable' && isDatabaseAway(error.cause))
  )
    return 'The database does not answer. Try again in a moment, or run the command doctor.'
  return error instanceof Error ? error.message : String(error)
}

async function main(words: string[]): Promise<number> {
  const found = find(words)
  if (!found) {
    const group = commands.filter(({ name }) => name.startsWith(`${words[0]} `))
    if (words.length === 0 || words[0] === 'help' || wantsHelp(words)) {
      print(
        group.length > 0
          ? group.map((command) => `${usageOf(command)}\n  ${command.summary}`).join('\n')
          : overview(),
      )
      return words.length === 0 ? 2 : 0
    }
    process.stderr.write(`There is no command '${words.join(' ')}'.\n\n${overview()}\n`)
    return 2
  }
  const { command, rest } = found
  if (wantsHelp(rest)) {
    print(`${usageOf(command)}\n\n${command.summary}\n${command.details}`)
    return 0
  }
  try {
    await command.run(rest)
    return 0
  } catch (error) {
    const wrongUse = error instanceof UsageError
    process.stderr.write(wrongUse ? `${error.message}\n${usageOf(command)}\n` : `${explain(error)}\n`)
    return wrongUse ? 2 : 1
  }
}

process.exitCode = await main(process.argv.slice(2))
