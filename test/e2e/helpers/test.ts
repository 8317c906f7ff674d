import { expect, type Page, test as base } from '@playwright/test'
import { portsOf } from './free-port.ts'
import { watchPage } from './watch-page.ts'
import { openWorld, type World } from './world.ts'

interface EachTest {
  /** Troubles of a page that a test brings about itself, such as a lost connection. */
  readonly expectedTroubles: readonly RegExp[]
  /** An empty home. */
  readonly world: World
  /** One more page, watched as `page` is. */
  readonly anotherPage: () => Promise<Page>
}

interface EachWorker {
  readonly freePort: () => Promise<number>
  /** A home with the pair `app` and `app-standby`, for tests that leave it as it was. */
  readonly sharedPair: World
}

/** Every page is watched: an error, a line in the console or a broken security policy fails its test. */
export const test = base.extend<EachTest, EachWorker>({
  expectedTroubles: [[], { option: true }],
  freePort: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use, { parallelIndex }) => use(portsOf(parallelIndex)),
    { scope: 'worker' },
  ],
  sharedPair: [
    async ({ freePort }, use) => {
      const world = await openWorld(freePort)
      try {
        await world.pair('app')
        await use(world)
      } finally {
        await world.close()
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  world: async ({ freePort }, use) => {
    const world = await openWorld(freePort)
    try {
      await use(world)
    } finally {
      await world.close()
    }
  },
  page: async ({ page, expectedTroubles }, use) => {
    const { takeTroubles } = await watchPage(page, expectedTroubles)
    await use(page)
    expect(takeTroubles()).toEqual([])
  },
  anotherPage: async ({ context, expectedTroubles }, use) => {
    const watched: (() => readonly string[])[] = []
    await use(async () => {
      const page = await context.newPage()
      watched.push((await watchPage(page, expectedTroubles)).takeTroubles)
      return page
    })
    expect(watched.flatMap((takeTroubles) => takeTroubles())).toEqual([])
  },
})

export { expect }
