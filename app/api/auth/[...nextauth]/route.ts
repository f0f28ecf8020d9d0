import { authRoute } from '#lib/auth/next-auth.ts'

export const GET = authRoute()
export const POST = authRoute()
