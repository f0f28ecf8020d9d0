import { test as base, type Page } from '@playwright/test'
import { makePerson, type Person, type PersonOptions } from './person.ts'
import { stack } from './stack.ts'

type SignIn = (options?: PersonOptions) => Promise<Person>

type Fixtures = {
  baseUrl: string
  /** Makes a person and puts their session into this test's browser. */
  signIn: SignIn
  /** Fails the test when a page asks another origin for anything or breaks the content security policy. */
  quiet: undefined
}

function watch(page: Page, baseUrl: string, found: string[]): void {
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(baseUrl) && !/^(data|blob|about):/.test(url)) found.push(`asked ${url}`)
  })
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) found.push(message.text())
  })
  page.on('pageerror', (error) => found.push(`error on ${page.url()}: ${error.message}`))
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from this pattern.
  baseUrl: async ({}, use) => use(stack().baseUrl),
  signIn: async ({ context, baseUrl }, use) => {
    await use(async (options) => {
      const person = await makePerson(options)
      await context.addCookies([
        { name: person.cookie, value: person.session, url: baseUrl, httpOnly: true, sameSite: 'Lax' },
      ])
      return person
    })
  },
  quiet: [
    async ({ context, baseUrl }, use) => {
      const found: string[] = []
      context.on('page', (page) => watch(page, baseUrl, found))
      await use(undefined)
      expect(found).toEqual([])
    },
    { auto: true },
  ],
})

export const expect = base.expect
