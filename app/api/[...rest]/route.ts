import { publicRoute } from '#lib/auth/route.ts'
import { notFound } from '#lib/core/errors.ts'

const nowhere = publicRoute<{ rest: string[] }>(async (request) => {
  throw notFound(new URL(request.url).pathname)
})

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT }
