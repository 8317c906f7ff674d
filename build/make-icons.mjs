// `node build/make-icons.mjs`: makes the icons in resources/icons/made (which the program has with it) and package (which
// systems show for it) from one drawing, resources/icons/pgtandem.svg. They are kept in the repository, so this runs only
// after the drawing has changed. It draws with Chromium, by Playwright: the browser that the tests use, or the one that
// CHROMIUM names.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { icnsOf } from './icns.mjs'
import { icoOf } from './ico.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = path.join(root, 'resources/icons')
const made = path.join(sources, 'made')
const packaged = path.join(sources, 'package')

const STATES = ['well', 'attention', 'idle']
/** Windows scales its tray's icons from 100 to 300 %. */
const TRAY_SIZES = [16, 20, 24, 32, 40, 48, 64]
const PROGRAM_SIZES = [16, 24, 32, 48, 64, 128, 256]
/** Beyond what an .ico holds. */
const LARGE_SIZES = [512, 1024]
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
      `<style>html,body{margin:0;background:transparent}body>svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    )
    return page.screenshot({ omitBackground: true })
  }
  const drawAll = async (svg, sizes) => {
    const images = []
    for (const size of sizes) images.push({ size, png: await draw(svg, size) })
    return images
  }
  for (const folder of [made, packaged]) {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
  }
  const write = (name, content) => writeFile(path.join(made, name), content)

  const drawing = await readFile(path.join(sources, 'pgtandem.svg'), 'utf8')
  const coloured = `${onlyIcon('program')}${drawing}`
  const program = await drawAll(coloured, PROGRAM_SIZES)
  await write('pgtandem.ico', icoOf(program))
  await write('pgtandem.png', program.at(-1).png)
  const large = await drawAll(coloured, LARGE_SIZES)
  const all = [...program, ...large]
  for (const { size, png } of all.filter(({ size }) => size <= 512))
    await writeFile(path.join(packaged, `${size}x${size}.png`), png)
  await writeFile(path.join(packaged, 'pgtandem.icns'), icnsOf(all))

  for (const state of STATES) {
    for (const [theme, colours] of Object.entries(THEMES)) {
      const images = await drawAll(oneState(drawing, state, colours), TRAY_SIZES)
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

/** What shows one of the drawing's two icons. */
function onlyIcon(icon) {
  return `<style>
    [data-icon='${icon}'] { display: inline }
    [data-icon]:not([data-icon='${icon}']) { display: none }
  </style>`
}

/** The tray's icon in one of its states, in a taskbar's colours. */
function oneState(svg, state, { ink, mark }) {
  const style = `
    svg { color: ${ink} }
    [data-state]:not([data-state='${state}']) { display: none }
    .mark { fill: ${mark}; stroke: ${mark} }`
  return `${onlyIcon('tray')}<style>${style}</style>${svg}`
}
