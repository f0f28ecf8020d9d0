// `npm run screenshots`: starts a server of its own with the sample household and takes the pictures of the README.
import { mkdirSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import setUp from '../e2e/support/global-setup.ts'
import { makePerson, type Person } from '../e2e/support/person.ts'
import { stack } from '../e2e/support/stack.ts'
import { systemChromium } from './install.mjs'

type Picture = {
  name: string
  path: string
  theme: 'light' | 'dark'
  phone?: boolean
  full?: boolean
}

const folder = 'docs/screenshots'

const pictures: readonly Picture[] = [
  { name: 'dashboard-light', path: '/', theme: 'light', full: true },
  { name: 'dashboard-dark', path: '/', theme: 'dark' },
  { name: 'dashboard-phone-vi', path: '/vi', theme: 'light', phone: true },
  { name: 'transactions', path: '/transactions', theme: 'light' },
  { name: 'alerts', path: '/alerts', theme: 'light' },
]

async function take(browser: Browser, person: Person, picture: Picture): Promise<void> {
  const { baseUrl } = stack()
  const context = await browser.newContext({
    viewport: picture.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    colorScheme: picture.theme,
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: person.cookie, value: person.session, url: baseUrl }])
  const page = await context.newPage()
  await page.goto(baseUrl + picture.path, { waitUntil: 'networkidle' })
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
  if (picture.full) {
    for (const figure of await page.locator('main section').all()) await figure.scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    await page.locator('.recharts-surface').nth(1).waitFor()
    await page.evaluate(() => window.scrollTo(0, 0))
  }
  await page.screenshot({ path: `${folder}/${picture.name}.png`, fullPage: picture.full ?? false })
  await context.close()
  process.stdout.write(`${folder}/${picture.name}.png\n`)
}

const stop = await setUp()
const browser = await chromium.launch({
  executablePath: systemChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  mkdirSync(folder, { recursive: true })
  const person = await makePerson({ sample: true })
  for (const picture of pictures) await take(browser, person, picture)
} finally {
  await browser.close()
  await stop()
}
