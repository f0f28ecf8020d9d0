const zones: Record<string, string> = {
  USD: 'America/New_York America/Detroit America/Chicago America/Denver America/Boise America/Phoenix America/Los_Angeles America/Anchorage America/Juneau America/Puerto_Rico Pacific/Honolulu America/Guayaquil America/El_Salvador America/Panama',
  VND: 'Asia/Ho_Chi_Minh Asia/Saigon',
  CAD: 'America/Toronto America/Montreal America/Vancouver America/Edmonton America/Winnipeg America/Halifax America/Regina America/St_Johns',
  MXN: 'America/Mexico_City America/Tijuana America/Monterrey America/Cancun America/Merida',
  BRL: 'America/Sao_Paulo America/Bahia America/Fortaleza America/Manaus America/Recife',
  ARS: 'America/Argentina/Buenos_Aires America/Buenos_Aires',
  CLP: 'America/Santiago',
  COP: 'America/Bogota',
  PEN: 'America/Lima',
  GBP: 'Europe/London Europe/Jersey Europe/Guernsey Europe/Isle_of_Man',
  CHF: 'Europe/Zurich Europe/Vaduz',
  SEK: 'Europe/Stockholm',
  NOK: 'Europe/Oslo',
  DKK: 'Europe/Copenhagen',
  PLN: 'Europe/Warsaw',
  CZK: 'Europe/Prague',
  HUF: 'Europe/Budapest',
  RON: 'Europe/Bucharest',
  UAH: 'Europe/Kyiv Europe/Kiev',
  RUB: 'Europe/Moscow Asia/Yekaterinburg Asia/Novosibirsk Asia/Vladivostok',
  TRY: 'Europe/Istanbul',
  EUR: 'Europe/Amsterdam Europe/Andorra Europe/Athens Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Dublin Europe/Helsinki Europe/Lisbon Europe/Ljubljana Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Monaco Europe/Paris Europe/Riga Europe/Rome Europe/San_Marino Europe/Sofia Europe/Tallinn Europe/Vienna Europe/Vilnius Europe/Zagreb Asia/Nicosia Atlantic/Canary',
  JPY: 'Asia/Tokyo',
  CNY: 'Asia/Shanghai Asia/Urumqi',
  KRW: 'Asia/Seoul',
  TWD: 'Asia/Taipei',
  HKD: 'Asia/Hong_Kong',
  SGD: 'Asia/Singapore',
  THB: 'Asia/Bangkok',
  MYR: 'Asia/Kuala_Lumpur',
  IDR: 'Asia/Jakarta Asia/Makassar',
  PHP: 'Asia/Manila',
  INR: 'Asia/Kolkata Asia/Calcutta',
  AED: 'Asia/Dubai',
  ILS: 'Asia/Jerusalem',
  AUD: 'Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Perth Australia/Adelaide Australia/Hobart Australia/Darwin',
  NZD: 'Pacific/Auckland',
  ZAR: 'Africa/Johannesburg',
  NGN: 'Africa/Lagos',
  EGP: 'Africa/Cairo',
}

const currencyOfZone = new Map(
  Object.entries(zones).flatMap(([currency, names]) =>
    names.split(' ').map((name) => [name, currency] as const),
  ),
)

/** The likely currency of a person: by the clock they live by, else by their language, else dollars. They can change it. */
export const guessCurrency = (timeZone: string, languages: readonly string[] = []): string =>
  currencyOfZone.get(timeZone) ?? (languages[0]?.toLowerCase().startsWith('vi') ? 'VND' : 'USD')
