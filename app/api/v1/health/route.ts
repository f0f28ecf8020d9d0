import { storeAnswers, version } from '#lib/api/health.ts'
import { publicRoute } from '#lib/auth/route.ts'

export const GET = publicRoute(async () => {
  const fine = await storeAnswers()
  return Response.json(
    { status: fine ? 'ok' : 'unavailable', version, database: fine ? 'ok' : 'unavailable' },
    {
      status: fine ? 200 : 503,
      headers: { 'cache-control': 'no-store', ...(fine ? {} : { 'retry-after': '5' }) },
    },
  )
})
