// `end-wine.mjs FOLDER`: ends what a run of run-in-wine.mjs left when it was killed itself.
import { windowsIn } from './wine.mjs'

await windowsIn(process.argv[2]).remove()
