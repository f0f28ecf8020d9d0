import AxeBuilder from '@axe-core/playwright'
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
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

for (const theme of ['light', 'dark'] as const)
  for (const locale of ['en', 'vi'] as const)
    test(`axe finds nothing, ${theme}, ${locale}`, async ({ page, signIn, baseUrl }) => {
      test.setTimeout(240_000)
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const found: string[] = []
      const look = async (path: string) => {
        await page.goto(`${baseUrl}${locale === 'vi' ? '/vi' : ''}${path}`)
        await expect(page.locator('h1').first()).toBeVisible()
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
        for (const violation of violations)
          found.push(
            `${path}: ${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
          )
      }
      for (const path of open) await look(path)
      await signIn({ sample: true })
      for (const path of signedIn) await look(path)
      expect(found).toEqual([])
    })
