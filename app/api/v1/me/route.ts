import { tokenRoute } from '#lib/api/token-route.ts'
import { getProfile } from '#lib/users/queries.ts'

export const GET = tokenRoute('read', {}, async ({ scope }) => {
  const { household, ...user } = await getProfile(scope)
  const { id, name, currency, timeZone, role } = household
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    locale: user.locale,
    currency,
    timeZone,
    householdId: id,
    households: [{ id, name, currency, timeZone, role }],
  }
})
