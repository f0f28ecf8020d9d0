import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

const open = ['/sign-in', '/sign-up']
const signedIn = [
  '/',
  '/transactions',
  '/spending',
  '/accounts',
  '/alerts',
  '/alerts/rules',
  '/import',
  '/link',
  '/link/chase',
  '/link/europe',
  '/link/vietcombank',
  '/link/with/simplefin',
  '/link/with/demo',
  '/connections',
  '/privacy',
  '/demo-bank',
  '/settings',
  '/settings/household',
  '/settings/profile',
  '/settings/security',
  '/settings/tokens',
  '/settings/categories',
  '/settings/rules',
  '/settings/emails',
  '/docs/api',
]
const words = {
  en: {
    agree: 'Agree and continue',
    sync: 'Sync now',
    person: 'Needs you',
    disconnect: 'Disconnect',
    ended: 'Ended',
  },
  vi: {
    agree: 'Đồng ý và tiếp tục',
    sync: 'Đồng bộ ngay',
    person: 'Cần bạn',
    disconnect: 'Ngắt liên kết',
    ended: 'Đã kết thúc',
  },
} as const
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Look = (path: string) => Promise<void>

/** Looks at pages in one theme and language; what axe finds on them is gathered. */
function looker(page: Page, address: (path: string) => string): { look: Look; found: string[] } {
  const found: string[] = []
  const look: Look = async (path) => {
    await page.goto(address(path))
    await expect(page.locator('h1').first()).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
    for (const violation of violations)
      found.push(
        `${path}: ${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
      )
  }
  return { look, found }
}

for (const theme of ['light', 'dark'] as const)
  for (const locale of ['en', 'vi'] as const) {
    const at = (baseUrl: string) => (path: string) => `${baseUrl}${locale === 'vi' ? '/vi' : ''}${path}`

    test(`axe finds nothing, ${theme}, ${locale}`, async ({ page, signIn, baseUrl }) => {
      test.setTimeout(240_000)
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const { look, found } = looker(page, at(baseUrl))
      for (const path of open) await look(path)
      await signIn({ sample: true })
      for (const path of signedIn) await look(path)
      expect(found).toEqual([])
    })

    test(`axe finds nothing on a linked bank, ${theme}, ${locale}`, async ({ page, signIn, baseUrl }) => {
      test.setTimeout(240_000)
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const address = at(baseUrl)
      const { look, found } = looker(page, address)
      await signIn({ locale, egress: true, admin: true })
      for (const path of ['/privacy', '/settings/providers', '/link?failed=refused']) await look(path)

      await page.goto(address('/link/with/demo'))
      await page.getByRole('button', { name: words[locale].agree }).click()
      await page.waitForURL(/demo-bank\/connect/)
      const consent = page.url().slice(address('').length)
      await look(consent)
      await page.locator('button[value=allow]').click()
      await page.waitForURL(/\/connections\//)
      const connection = new URL(page.url()).pathname.replace(/^\/vi/, '')
      await page.waitForURL((url) => !url.pathname.includes('/connections/'), { timeout: 60_000 })
      for (const path of ['/connections', connection, '/demo-bank']) await look(path)

      await page.locator('button[value=break]').click()
      await page.waitForURL(/done=break/)
      await page.goto(address(connection))
      await page.getByRole('button', { name: words[locale].sync }).click()
      await expect(page.getByText(words[locale].person, { exact: true }).first()).toBeVisible()
      for (const path of ['/connections', connection, '/demo-bank?done=break']) await look(path)
      await look(`/link/with/demo?repair=${connection.split('/').at(-1)}`)

      await page.goto(address(connection))
      await page.getByRole('button', { name: words[locale].disconnect }).click()
      await page.getByRole('dialog').getByRole('button', { name: words[locale].disconnect }).click()
      await expect(page.getByText(words[locale].ended, { exact: true }).first()).toBeVisible()
      for (const path of ['/connections', connection, '/demo-bank']) await look(path)
      expect(found).toEqual([])
    })
  }
