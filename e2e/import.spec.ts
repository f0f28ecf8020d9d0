import type { Page } from '@playwright/test'
import { statement } from './fixtures/statements.ts'
import { expect, test } from './support/test.ts'

type File = { name: string; mimeType: string; buffer: Buffer }

const qif = (name: string, rows: readonly (readonly [string, string, string])[]): File => ({
  name,
  mimeType: 'application/qif',
  buffer: Buffer.from(
    `!Account\nNEveryday\nTBank\n^\n!Type:Bank\n${rows.map(([day, amount, payee]) => `D${day}\nT${amount}\nP${payee}\n^`).join('\n')}\n`,
  ),
})

const march = qif('march.qif', [
  ['03/20/2026', '-4.50', 'Corner Coffee'],
  ['03/21/2026', '-61.00', 'Book Shop'],
])
const may = qif('may.qif', [
  ['05/20/2026', '-14.50', 'Cinema'],
  ['05/21/2026', '-50.00', 'Garden Shop'],
])

/** Large enough to be watched, left and cancelled. */
function large(name: string, rows: number): File {
  const day = (at: number) => new Date(Date.UTC(2020, 0, 1 + (at % 2000))).toISOString().slice(0, 10)
  const lines = Array.from(
    { length: rows },
    (_, at) => `${day(at)},Shop ${at % 900} number ${at},-${at % 300}.25`,
  )
  return {
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(`Date,Description,Amount\n${lines.join('\n')}\n`),
  }
}

const choose = (page: Page, files: File | File[]) => page.locator('input[type=file]').setInputFiles(files)
const card = (page: Page, name: string) => page.getByRole('region', { name })
const importButton = (page: Page) => page.getByRole('button', { name: /^Import \d/ })

test('several files at once, one of them a namesake', async ({ page, baseUrl, signIn }) => {
  await signIn()
  await page.goto(`${baseUrl}/import`)

  await test.step('an account of that name comes to be', async () => {
    await choose(page, march)
    await expect(card(page, 'march.qif').getByText('2 new rows')).toBeVisible()
    await expect(card(page, 'march.qif').getByLabel('Name of the new account')).toHaveValue('Everyday')
    await importButton(page).click()
    await expect(card(page, 'march.qif').getByText('2 new transactions')).toBeVisible()
    await page.getByRole('button', { name: 'Import another file' }).click()
  })

  await test.step('the namesake is asked about, and nothing is chosen beforehand', async () => {
    await choose(page, [may, statement])
    await expect(card(page, statement.name).getByText('51 new rows')).toBeVisible()
    const question = card(page, 'may.qif').getByRole('group', { name: 'Is this your account “Everyday”?' })
    await expect(question).toBeVisible()
    await expect(question.getByRole('radio', { checked: true })).toHaveCount(0)
    await expect(page.getByText('1 file still has a question.')).toBeVisible()
    await expect(importButton(page)).toHaveText('Import 1 file')
    await question.getByLabel('Yes, add the rows to Everyday').check()
    await expect(importButton(page)).toHaveText('Import 2 files')
  })

  await test.step('both are stored, each in its account, with what to do next', async () => {
    await importButton(page).click()
    const result = card(page, 'may.qif')
    await expect(result.getByText('2 new transactions')).toBeVisible()
    await expect(result.getByRole('link', { name: 'Everyday' })).toBeVisible()
    await expect(result.getByText('−$130.00')).toBeVisible()
    await expect(card(page, statement.name).getByText('51 new transactions')).toBeVisible()
    await result.getByRole('link', { name: 'See the 2 new rows' }).click()
    await expect(page.getByText('Garden Shop').first()).toBeVisible()
    await expect(page.getByText('Corner Coffee')).toHaveCount(0)
    await page.goto(`${baseUrl}/accounts`)
    await expect(page.getByRole('link', { name: /Everyday/ })).toHaveCount(1)
  })

  await test.step('undo from the list takes the rows out again', async () => {
    await page.goto(`${baseUrl}/import`)
    await page.getByRole('button', { name: 'Undo the import of may.qif' }).click()
    await expect(page.getByText('Undone. Everything is as it was before.')).toBeVisible()
    await page.goto(`${baseUrl}/transactions?q=garden`)
    await expect(page.getByText('Garden Shop')).toHaveCount(0)
  })
})

test('an import is left, found again, and another one cancelled', async ({ page, baseUrl, signIn }) => {
  test.setTimeout(240_000)
  await signIn()
  await page.goto(`${baseUrl}/import`)

  await test.step('left by a link: a sign on the other page says how far it is', async () => {
    await choose(page, large('years.csv', 60_000))
    await expect(card(page, 'years.csv').getByText('60,000 new rows')).toBeVisible({ timeout: 60_000 })
    await importButton(page).click()
    await expect(card(page, 'years.csv').getByRole('button', { name: 'Cancel' })).toBeVisible()
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).first().click()
    await expect(page.getByRole('link', { name: 'Importing years.csv' })).toBeVisible()
  })

  await test.step('come back to after a reload: it went on in the server', async () => {
    await page.goto(`${baseUrl}/import`)
    await expect(card(page, 'years.csv').getByText('60,000 new transactions')).toBeVisible({
      timeout: 90_000,
    })
  })

  await test.step('cancelled while it stores: nothing of it is kept', async () => {
    await page.getByRole('button', { name: 'Import another file' }).click()
    await choose(page, large('more.csv', 70_000))
    await expect(importButton(page)).toBeEnabled({ timeout: 60_000 })
    await importButton(page).click()
    await card(page, 'more.csv').getByRole('button', { name: 'Cancel' }).click()
    await expect(card(page, 'more.csv').getByText('Nothing was stored.')).toBeVisible({ timeout: 60_000 })
    await page.goto(`${baseUrl}/import`)
    await expect(page.getByRole('button', { name: 'Undo the import of years.csv' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Undo the import of more.csv' })).toHaveCount(0)
  })
})
