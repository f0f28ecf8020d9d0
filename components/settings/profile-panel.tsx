import { Card } from '#components/ui/card.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { getProfile } from '#lib/users/queries.ts'
import { ProfileForm } from './profile-form.tsx'

export async function ProfilePanel() {
  const { email, name, locale } = await getProfile(await requireScope())
  return (
    <Card className="max-w-2xl">
      <ProfileForm email={email} name={name} locale={locale} />
    </Card>
  )
}
