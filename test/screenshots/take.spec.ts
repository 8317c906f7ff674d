import { expect, test } from '@playwright/test'
import { field } from '../e2e/helpers/field.ts'
import { ask, pgtandem, serve } from '../e2e/helpers/program.ts'
import { chooseLanguage, type Look, openIn, openLook, openStudio, shoot } from './look.ts'

/** The folder of the person whose screens these are. */
const person = process.env['HOME'] ?? '/home/ada'
const home = `${person}/.local/share/pgtandem`
const others = `${person}/.others`
/** A server that PgTandem did not make, to be found. */
const books = `${person}/databases/books`

const LAG_SHOWN_MS = 45_000

const showSteps = async ({ page, t }: Look): Promise<void> => {
  const steps = page.getByRole('button', { name: t('window.plan.show-steps') })
  await steps.click()
  await expect(steps).toHaveAttribute('aria-expanded', 'true')
}
const toPart = async ({ page }: Look, heading: string): Promise<void> =>
  page.getByRole('heading', { name: heading }).evaluate((found) => found.scrollIntoView({ block: 'start' }))
/** A busy machine may be too slow to tell of all its servers at first. */
const untilBooksAreFound = ({ page }: Look): Promise<void> =>
  expect(async () => {
    await page.reload()
    await expect(page.getByText(books, { exact: true })).toBeVisible({ timeout: 10_000 })
  }).toPass()
/** The chart says in words, too, what it shows. */
const untilLagIsDrawn = async ({ page }: Look): Promise<void> => {
  await expect(page.getByLabel(/main-standby.*\D2\s?(sec|秒)/).first()).toBeVisible()
  // What is drawn follows what is said, up to a second later.
  const drawn = (): Promise<string> =>
    page.locator('canvas').evaluateAll((all: HTMLCanvasElement[]) => all.map((one) => one.toDataURL()).join())
  const before = await drawn()
  await expect.poll(drawn).not.toBe(before)
}
const writeOnStandby = "insert into notes values (1, 'written on the standby');"

test('every screen, in light, in dark and in Chinese', async ({ browser }) => {
  await pgtandem(others, 'create', 'books', '--data', books, '--port', '5440')
  const host = await serve(home, 7432)
  const studio = await openStudio(browser, host.url)
  try {
    await shoot(studio, 'first-minute', '/', untilBooksAreFound)
    await shoot(studio, 'about-replication', '/about-replication')

    await pgtandem(home, 'pair', 'main', '--port', '5432', '--standby-port', '5433')
    await pgtandem(home, 'clone', 'main-standby', 'reports', '--port', '5434')
    await ask(home, 'main', 'create table notes (id int, text text)')
    await shoot(studio, 'home', '/', ({ page }) =>
      expect(page.getByRole('link', { name: 'reports' })).toBeVisible(),
    )
    await shoot(studio, 'home-list', '/', async ({ page, t }) => {
      await page.getByRole('button', { name: t('window.home.view.list'), exact: true }).click()
      await expect(page.getByRole('region', { name: t('window.home.list-label') })).toBeVisible()
    })

    await shoot(studio, 'wizard-create', '/do/create')
    await shoot(studio, 'wizard-plan', '/do/create', async (look) => {
      await field(look.page, look.t('window.wizards.fields.name')).fill('shop')
      await showSteps(look)
      const step = look.page.getByRole('listitem').filter({ hasText: 'initdb -D' }).last()
      await expect(async () => {
        await step.evaluate((found) => found.scrollIntoView({ block: 'start' }))
        expect((await step.boundingBox())?.y).toBeLessThan(100)
      }).toPass()
    })
    await shoot(studio, 'wizard-adopt', `/do/adopt?dataDir=${books}`, untilBooksAreFound)
    await shoot(studio, 'wizard-standby', '/do/standby/main')
    await shoot(studio, 'wizard-standby-settings', '/do/recovery/main-standby')
    await shoot(studio, 'wizard-synchronous', '/do/synchronous/main-standby')
    await shoot(studio, 'wizard-promote', '/do/promote/main-standby')
    await shoot(studio, 'wizard-reclone', '/do/reclone/main-standby')
    await shoot(studio, 'wizard-remove', '/do/remove/reports')

    await shoot(studio, 'instance-overview', '/instance/main-standby/overview', ({ page, t }) =>
      expect(page.getByText(t('window.app.unknown'))).toHaveCount(0),
    )
    for (const tab of ['replication', 'processes', 'configuration'])
      await shoot(studio, `instance-${tab}`, `/instance/main-standby/${tab}`)
    await shoot(studio, 'instance-log', '/instance/main-standby/log', ({ page }) =>
      expect(page.getByText('started streaming WAL')).toBeVisible(),
    )
    await shoot(studio, 'instance-verify', '/instance/main-standby/replication', async (look) => {
      const { page, t } = look
      await page.getByRole('button', { name: t('window.instance.verify.run'), exact: true }).click()
      await expect(page.getByText(t('window.instance.verify.good'))).toBeVisible()
      await toPart(look, t('window.instance.verify.title'))
    })
    await shoot(studio, 'instance-console', '/instance/main-standby/console', async ({ page, t }) => {
      await page
        .getByRole('textbox', { name: t('window.instance.console.editor', { name: 'main-standby' }) })
        .fill(writeOnStandby)
      await page.getByRole('button', { name: t('window.instance.console.run'), exact: true }).click()
      await expect(page.getByText(t('window.instance.console.read-only'))).toBeVisible()
    })

    await shoot(studio, 'playground', '/playground/main-standby', async ({ page, t }) => {
      await page.getByRole('button', { name: t('window.playground.insert.button') }).click()
      await expect(page.getByText(/main-standby.*(ms later|可见)/)).toBeVisible()
    })
    await chooseLanguage(studio, 'en')
    const driver = await openLook(browser, host.url, 'light')
    await makeLag(driver)
    await shoot(studio, 'playground-link', '/playground/main-standby', (look) =>
      toPart(look, look.t('window.playground.link.title')),
    )
    await shoot(studio, 'replication', '/replication/main', untilLagIsDrawn)
    await shoot(studio, 'replication-lag', '/replication/main', async (look) => {
      await look.page.getByRole('combobox', { name: look.t('window.replication.lag.span') }).click()
      await look.page.getByRole('option', { name: look.t('window.replication.lag.spans.minute') }).click()
      await untilLagIsDrawn(look)
      await toPart(look, look.t('window.replication.lag.title'))
    })
    await shoot(studio, 'replication-slots', '/replication/main', (look) =>
      toPart(look, look.t('window.replication.slots.title')),
    )

    await chooseLanguage(studio, 'en')
    await takeLinkOut(driver)

    await shoot(studio, 'jobs', '/jobs')
    await shoot(studio, 'job', '/jobs', async ({ page }) => {
      await page.getByRole('main').getByRole('link').last().click()
      await expect(page).toHaveURL(/\/jobs\/.+/)
    })
    for (const section of ['general', 'postgresql', 'folders', 'about'])
      await shoot(studio, `settings-${section}`, `/settings/${section}`)

    await pgtandem(home, 'stop', 'main')
    await pgtandem(home, 'promote', 'main-standby')
    await shoot(studio, 'home-promoted', '/', async ({ page, t }) => {
      await page.getByRole('button', { name: t('window.home.view.picture'), exact: true }).click()
      await expect(
        page.getByText(t('window.home.replaced-by', { successor: 'main-standby' })).first(),
      ).toBeVisible()
    })
  } finally {
    await host.stop()
    await pgtandem(home, 'stop', '--all')
    await pgtandem(others, 'stop', '--all')
  }
})

/** Puts the adjustable link in, two seconds slow, and writes through it until the chart shows what that does. */
async function makeLag(look: Look): Promise<void> {
  const { page, t } = look
  await openIn(look, '/playground/main-standby')
  await page.getByRole('button', { name: t('window.playground.link.put-in') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('window.playground.link.insert'), exact: true }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('slider').fill('2000')
  await page
    .getByRole('button', { name: t('window.playground.load.start') })
    .first()
    .click()
  const until = Date.now() + LAG_SHOWN_MS
  await expect.poll(() => Date.now() >= until, { timeout: 2 * LAG_SHOWN_MS, intervals: [1000] }).toBe(true)
}

async function takeLinkOut({ page, t }: Look): Promise<void> {
  await page.getByRole('button', { name: t('window.playground.link.take-out') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('window.playground.link.remove'), exact: true }).click()
  await expect(dialog).toBeHidden()
}
