import { Card } from '#components/ui/card.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { timeZones } from '#lib/i18n/zone.ts'
import { currencyChoices } from '#lib/onboarding/view.ts'
import { getProfile } from '#lib/users/queries.ts'
import { HouseholdForm } from './household-form.tsx'

export async function HouseholdPanel() {
  const scope = await requireScope()
  const { name, currency, timeZone, monthStartDay, weekendRule } = (await getProfile(scope)).household
  return (
    <Card className="max-w-2xl">
      <HouseholdForm
        initial={{ name, currency, timeZone, monthStartDay, weekendRule }}
        currencies={currencyChoices(scope.locale)}
        timeZones={timeZones()}
      />
    </Card>
  )
}
