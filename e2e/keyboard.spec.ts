import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { statement } from './fixtures/statements.ts'
import { mailWith } from './support/mailbox.ts'
import { expect, test } from './support/test.ts'

/** Presses Tab until the control has the focus, as a person without a mouse would. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control.first()).toBeVisible()
  for (let press = 0; press < 80; press++) {
    if (await control.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

async function typeInto(page: Page, control: Locator, text: string): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.type(text)
}

test('the journey by keyboard alone', async ({ page, baseUrl }) => {
  test.setTimeout(180_000)
  const email = `${randomUUID()}@example.test`
  await page.goto(`${baseUrl}/sign-up`, { waitUntil: 'networkidle' })
  await typeInto(page, page.getByLabel('What should we call you?'), 'Lan')
  await typeInto(page, page.getByLabel('E-mail address'), email)
  await typeInto(page, page.getByLabel('Passphrase', { exact: true }), 'seven herons count the ferry lights')
  await page.keyboard.press('Enter')

  await tabTo(page, page.getByRole('link', { name: 'Choose files' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Import a statement' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await tabTo(page, page.locator('input[type=file]'))
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(statement)
  await expect(page.getByText('51 new rows')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: /^Import/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible()
  await mailWith(email, /Jewel Palace/i)

  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page).toHaveURL(/\/transactions/)
  await expect(page.getByText('51 transactions')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('coffee')
  await expect(page.getByText('8 transactions')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: /Change category of Corner Coffee/i }))
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder('Search categories')).toBeFocused()
  await page.keyboard.press('Escape')

  await page.goto(`${baseUrl}/alerts`, { waitUntil: 'networkidle' })
  await tabTo(page, page.getByRole('button', { name: 'Dismiss' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Alert dismissed')).toBeVisible()
})
