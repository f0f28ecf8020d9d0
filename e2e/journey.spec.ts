import { randomUUID } from 'node:crypto'
import { statement, unknownCsv } from './fixtures/statements.ts'
import { mailsTo, mailWith } from './support/mailbox.ts'
import { expect, test } from './support/test.ts'

const passphrase = 'seven herons count the ferry lights'

test('from nothing to an alert e-mail about a real statement', async ({ page, baseUrl }) => {
  test.setTimeout(240_000)
  const email = `${randomUUID()}@example.test`

  await test.step('a profile with a passphrase', async () => {
    await page.goto(`${baseUrl}/sign-up`)
    await page.getByLabel('What should we call you?').fill('Lan')
    await page.getByLabel('E-mail address').fill(email)
    const field = page.getByLabel('Passphrase', { exact: true })
    await field.fill('passwordpassword')
    await page.getByRole('button', { name: 'Create profile' }).click()
    await expect(page.getByText('Many people use these words. Choose others.', { exact: true })).toBeVisible()
    await expect(field).toBeFocused()
    await field.fill(passphrase)
    await page.getByRole('button', { name: 'Create profile' }).click()
  })

  await test.step('an empty dashboard with three doors', async () => {
    await expect(page.getByRole('heading', { name: 'Let’s see where your money goes' })).toBeVisible()
    await page.getByRole('link', { name: 'Pick your bank' }).click()
    await page.getByLabel('Find your bank').fill('amex')
    await page.getByRole('link', { name: /American Express/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How to link American Express')
    await page.getByRole('link', { name: 'Go on to import' }).click()
  })

  await test.step('a statement: preview, import, again, undo', async () => {
    await page.locator('input[type=file]').setInputFiles(statement)
    await expect(page.getByText('51 new rows')).toBeVisible()
    await page.getByRole('button', { name: /^Import/ }).click()
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible()
    await page.goto(`${baseUrl}/import`)
    await page.locator('input[type=file]').setInputFiles(statement)
    await expect(page.getByText('This file is stored already')).toBeVisible()
    await page.getByRole('button', { name: 'Read it all the same' }).click()
    await expect(page.getByText('You have imported exactly this file before.')).toBeVisible()
  })

  await test.step('the rows: search, filter in the address, category with a rule, undo', async () => {
    await page.goto(`${baseUrl}/transactions?q=coffee`)
    await expect(page.getByText('8 transactions')).toBeVisible()
    await page
      .getByRole('button', { name: /Change category of Corner Coffee/i })
      .first()
      .click()
    await page.getByPlaceholder('Search categories').fill('gifts')
    await page.getByRole('option', { name: /gift/i }).first().click()
    await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await expect(page.getByRole('button', { name: /Corner Coffee, now gift/i })).toHaveCount(0)
  })

  await test.step('the accounts, with their balance and its day', async () => {
    await page.goto(`${baseUrl}/accounts`)
    await expect(page.getByText('$212.77').first()).toBeVisible()
  })

  await test.step('the dashboard', async () => {
    await page.goto(baseUrl)
    await expect(page.getByText(/You (have )?spent/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Where it went' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'In and out' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Latest transactions' })).toBeVisible()
    const table = page.locator('details', { hasText: 'View as table' }).first()
    await table.locator('summary').click()
    await expect(table.getByRole('table')).toBeVisible()
  })

  await test.step('alerts in the app', async () => {
    await page.goto(`${baseUrl}/alerts`)
    await expect(
      page.getByRole('heading', { name: 'A large payment: $2,890.00 at Jewel Palace' }),
    ).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Taxi 88 charged $61.35 twice' })).toBeVisible()
    await expect(page.getByRole('heading', { name: /is down to \$212.77/ })).toBeVisible()
  })

  await test.step('the same by e-mail: two forms, evidence, link, one-click mute', async () => {
    const mail = await mailWith(email, /Jewel Palace/i)
    expect(mail.text).toContain('2,890.00')
    expect(mail.html).toContain('2,890.00')
    expect(mail.text).toContain(`${baseUrl}/`)
    expect(mail.html).not.toMatch(/<img|src=|<script/i)
    const list = mail.headers.get('list') as { unsubscribe?: { url: string }; 'unsubscribe-post'?: unknown }
    const mute = list.unsubscribe?.url ?? ''
    expect(mute).toContain(baseUrl)
    const looked = await page.request.get(mute)
    expect(looked.ok()).toBe(true)
    await page.goto(`${baseUrl}/alerts/rules`)
    await expect(page.getByText('Muted')).toHaveCount(0)
    const muted = await page.request.post(mute, { form: { 'List-Unsubscribe': 'One-Click' } })
    expect(muted.ok()).toBe(true)
    await page.reload()
    await expect(page.getByText('Muted').first()).toBeVisible()
    expect((await mailsTo(email)).length).toBeGreaterThanOrEqual(3)
  })

  await test.step('every mail is listed with what became of it', async () => {
    await page.goto(`${baseUrl}/settings/emails`)
    await expect(page.getByText('Delivered').first()).toBeVisible()
    await page.getByRole('link', { name: /Jewel Palace/i }).click()
    await expect(page.getByText('Accepted by the mail server')).toBeVisible()
  })

  await test.step('a file no bank profile knows asks, shows and remembers', async () => {
    await page.goto(`${baseUrl}/import`)
    await page.locator('input[type=file]').setInputFiles(unknownCsv)
    await expect(page.getByText('What do the columns mean?')).toBeVisible()
    await page.getByLabel('Dates are written').selectOption('dmy')
    await page.getByRole('button', { name: 'Show the preview' }).click()
    await expect(page.getByText(/3 new rows/)).toBeVisible()
    await page.getByRole('button', { name: /^Import/ }).click()
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(page.getByText('Undone. Everything is as it was before.')).toBeVisible()
  })

  await test.step('out, and in again', async () => {
    await page.goto(`${baseUrl}/settings`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    await page.goto(`${baseUrl}/transactions`)
    await expect(page).toHaveURL(/\/sign-in/)
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Passphrase', { exact: true }).fill('not my passphrase at all')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible()
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/transactions/)
  })
})

test('sample data: in with one click, out with one click', async ({ page, baseUrl, signIn }) => {
  await signIn()
  await page.goto(baseUrl)
  await page.getByRole('button', { name: 'Try with sample data' }).click()
  await expect(page.getByText('This is sample data: a made-up household.')).toBeVisible()
  await expect(page.getByText('Citi Double Cash').first()).toBeVisible()
  await page.getByRole('button', { name: 'Remove sample data' }).click()
  await expect(page.getByRole('button', { name: 'Try with sample data' })).toBeVisible()
})
