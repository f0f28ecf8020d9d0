'use client'

import { useTranslations } from 'next-intl'
import { parseAsString, useQueryState } from 'nuqs'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'

/** The country lives in the URL; the list below follows it. */
export function CountrySelect({ countries }: { countries: readonly { code: string; name: string }[] }) {
  const t = useTranslations('connections.europe')
  const [country, setCountry] = useQueryState(
    'country',
    parseAsString.withDefault('').withOptions({ shallow: false }),
  )
  return (
    <div className="mb-5 max-w-md">
      <Field label={t('country')} hint={t('asked')}>
        {(control) => (
          <Select {...control} value={country} onChange={(event) => setCountry(event.target.value || null)}>
            <option value="">{t('choose')}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}
