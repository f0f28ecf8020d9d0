import { expect, test } from './support/test.ts'

test('a mended login fetches by itself, once', async ({ page, baseUrl, signIn }) => {
  test.setTimeout(120_000)
  await signIn()
  await page.goto(`${baseUrl}/link/with/demo`)
  await page.getByRole('button', { name: 'Agree and continue' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page).toHaveURL(/\/connections\//)
  const connection = new URL(page.url()).pathname
  await expect(page.getByText(/You (have )?spent/)).toBeVisible({ timeout: 60_000 })

  await page.goto(`${baseUrl}/demo-bank`)
  await page.getByRole('button', { name: 'Break the login' }).click()
  await expect(page.getByText('The login is broken')).toBeVisible()
  await page.goto(`${baseUrl}${connection}`)
  await page.getByRole('button', { name: 'Sync now' }).click()
  await expect(page.getByText('Needs you', { exact: true }).first()).toBeVisible()

  await page.getByRole('link', { name: 'Sign in again' }).click()
  await page.getByRole('button', { name: 'Agree and continue' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page).toHaveURL(/\/connections\//)
  const linking = page.getByText('on linking')
  await expect(linking).toHaveCount(2)
  await expect(page.getByText('Fine', { exact: true }).first()).toBeVisible()

  let begun = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/sync')) begun++
  })
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(linking).toHaveCount(2)
  expect(begun).toBe(0)
})
