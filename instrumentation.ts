/** Next calls it once when a server process starts, before the first request; never while building. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startInServer } = await import('#lib/jobs/in-server.ts')
  await startInServer()
}
