// Windows: a Setup.exe for one person, without administrator rights, by our own NSIS script; and a zip.
import { join } from 'node:path'
import { setupName } from './identity.mjs'

export const windows = (root, { isSigned }) => ({
  target: ['nsis', 'zip'],
  icon: join(root, 'resources/icons/made/pgtandem.ico'),
  requestedExecutionLevel: 'asInvoker',
  ...(isSigned ? {} : { signExecutable: false }),
})

export const nsis = (packageFiles, isStandIn) => ({
  script: join(packageFiles, 'installer.nsi'),
  artifactName: setupName(isStandIn),
  perMachine: false,
  installerLanguages: ['en_US', 'zh_CN'],
  packElevateHelper: false,
  // The script takes the files from the unpacked folder, so there is no archive that a later one could differ from.
  differentialPackage: false,
  warningsAsErrors: true,
})
