// `node build/make-icons.mjs`: draws the icons in resources/icons/made from their sources, resources/icons/*.svg. What it
// makes is kept in the repository, so this runs only after a source has changed. It draws with Chromium, by Playwright:
// the browser that the tests use, or the one that CHROMIUM names.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { icoOf } from './ico.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = path.join(root, 'resources/icons')
const made = path.join(sources, 'made')

const STATES = ['well', 'attention', 'idle']
/** Windows scales its tray's icons from 100 to 300 %. */
const TRAY_SIZES = [16, 20, 24, 32, 40, 48, 64]
const PROGRAM_SIZES = [16, 24, 32, 48, 64, 128, 256]
/** `light` and `dark` are taskbars; a template is coloured by macOS, by its opacity alone. */
const THEMES = {
  light: { ink: '#1b1b1b', mark: '#c24a00' },
  dark: { ink: '#ffffff', mark: '#ffb13d' },
  Template: { ink: '#000000', mark: '#000000' },
}

const browser = await chromium.launch({
  ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
  args: ['--no-sandbox', '--force-color-profile=srgb'],
})
try {
  const page = await browser.newPage()
  const draw = async (svg, size) => {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    )
    return page.screenshot({ omitBackground: true })
  }
  const drawAll = async (svg, sizes) => {
    const images = []
    for (const size of sizes) images.push({ size, png: await draw(svg, size) })
    return images
  }
  await rm(made, { recursive: true, force: true })
  await mkdir(made, { recursive: true })
  const write = (name, content) => writeFile(path.join(made, name), content)

  const program = await drawAll(await readFile(path.join(sources, 'pgtandem.svg'), 'utf8'), PROGRAM_SIZES)
  await write('pgtandem.ico', icoOf(program))
  await write('pgtandem.png', program.at(-1).png)

  const tray = await readFile(path.join(sources, 'tray.svg'), 'utf8')
  for (const state of STATES) {
    for (const [theme, colours] of Object.entries(THEMES)) {
      const images = await drawAll(oneState(tray, state, colours), TRAY_SIZES)
      const of = (size) => images.find((image) => image.size === size).png
      const small = theme === 'Template' ? 16 : 24
      const name = `tray-${state}-${theme}`
      await write(`${name}.png`, of(small))
      await write(`${name}@2x.png`, of(small * 2))
      if (theme !== 'Template') await write(`${name}.ico`, icoOf(images))
    }
  }
} finally {
  await browser.close()
}

/** The drawing with only one of its states to be seen, in a taskbar's colours. */
function oneState(svg, state, { ink, mark }) {
  const style = `
    svg { color: ${ink} }
    [data-state]:not([data-state='${state}']) { display: none }
    .mark { fill: ${mark}; stroke: ${mark} }`
  return `<style>${style}</style>${svg}`
}
