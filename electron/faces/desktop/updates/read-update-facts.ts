import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { packagedResources } from '../../../postgres/installations/installation-places.ts'
import { wasSetUp } from '../was-set-up.ts'
import type { UpdateFacts } from './decide-update-way.ts'

/** What packaging wrote into the archive's package.json. */
const descriptionSchema = z.object({
  pgtandem: z.object({ url: z.string().nullable(), isSigned: z.boolean() }),
})

const nothing = { url: null, isSigned: false }

export interface PackagePlace {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  /** The folder of the bundle that runs. */
  readonly folder: string
  /** The running program. */
  readonly program: string
}

/** Reads them; a package that says nothing is one without address and signature. */
export async function readUpdateFacts(place: PackagePlace): Promise<UpdateFacts> {
  const { platform, isPackaged, folder, program } = place
  const text = await readText(path.join(folder, '..', '..', 'package.json'))
  const { url, isSigned } = descriptionSchema.safeParse(parse(text)).data?.pgtandem ?? nothing
  const configuration = await readText(path.join(packagedResources(folder) ?? folder, 'app-update.yml'))
  return {
    platform,
    isPackaged,
    url,
    isSigned,
    publisher: /^publisherName:/m.test(configuration),
    wasSetUp: wasSetUp(program),
  }
}

const readText = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
