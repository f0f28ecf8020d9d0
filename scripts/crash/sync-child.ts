import { cliScope } from '#lib/auth/process-scope.ts'
import { hostSetting } from '#lib/connections/testing/host-setting.ts'
import { atDay, syncOn } from '#lib/connections/testing/linked.ts'

/** Syncs one login whenever it is told a day and an hour, as the server does, and says how far it is: something to be killed. */
const [, , email = '', connectionId = '', origin = ''] = process.argv
const scope = await cliScope(email)
const world = { simulators: [origin], settings: hostSetting(origin), timeoutMs: 1500 }
const say = (text: string): void => void process.send?.(text)

process.on('message', async (message) => {
  const [day = '', hour = ''] = String(message).split(' ')
  say('begun')
  try {
    const result = await syncOn(atDay(scope, day, Number(hour)), connectionId, world, async () =>
      say('written'),
    )
    say(`ended ${result.status}`)
  } catch (error) {
    say(`ended thrown ${error instanceof Error ? error.message : String(error)}`)
  }
})
process.on('disconnect', () => process.exit(0))
say('ready')
