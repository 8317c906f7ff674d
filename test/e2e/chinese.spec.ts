import { licences } from '../../renderer/features/settings/about/licences.ts'
import { findLatin } from './helpers/find-latin.ts'
import { openAt } from './helpers/open-at.ts'
import { screens, settle } from './helpers/screens.ts'
import { expect, test } from './helpers/test.ts'

/** What these screens name: instances, settings, parts and their licences. */
const names = [
  'app-standby',
  'datestyle',
  'port',
  'timezone',
  ...licences.flatMap(({ name, licence }) => [name, licence.replace(/-\d.*$/, '')]),
]

test('Chinese is switched to at once, everywhere, and leaves no English behind', async ({
  world,
  page,
  anotherPage,
}) => {
  test.setTimeout(150_000)
  await openAt(page, world, '/')
  await expect(page.getByRole('button', { name: 'Create a primary and a standby' })).toBeVisible()
  const settings = await anotherPage()
  await openAt(settings, world, '/settings/general')
  await settings.getByRole('radio', { name: '简体中文' }).click()
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText('设置')
  await expect(page.getByRole('button', { name: '创建主库和备库' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await settle(page)
  // Servers of other tests, which run beside this one, come and go, and are offered by their names.
  const findEnglish = async (known: readonly string[]) => {
    const offered = [
      ...(await page.getByRole('link', { name: /^使用 / }).allInnerTexts()),
      ...(await page.getByText(/ · PostgreSQL /).allInnerTexts()),
    ]
    const theirs = offered.map((label) => label.replace('使用 ', '').split(' · ')[0] ?? '')
    return findLatin(page, [...known, ...theirs])
  }
  await expect.poll(() => findEnglish(['main', 'main-standby'])).toEqual([])
  await world.pair('app')
  for (const screen of screens) {
    await openAt(page, world, screen)
    await settle(page)
    await expect.poll(() => findEnglish(names), { message: screen }).toEqual([])
  }
  await settings.getByRole('radio', { name: 'English' }).click()
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText('Settings')
})
