import { endpoints } from '#lib/api/endpoints.ts'
import { version } from '#lib/api/health.ts'
import { openApi } from '#lib/api/openapi.ts'
import { publicRoute } from '#lib/auth/route.ts'
import { env } from '#lib/env.ts'

export const GET = publicRoute(async () => Response.json(openApi(endpoints, version, env().publicUrl)))
