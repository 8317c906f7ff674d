// What is burnt into Electron's program, so that nobody on the machine can turn it into something else. Why each is as it
// is stands in docs/decisions/2026-11-21-packages.md.

export const fuses = {
  // The command line is this program with ELECTRON_RUN_AS_NODE=1.
  runAsNode: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  // The page lies at app://, never at file://.
  grantFileProtocolExtraPrivileges: false,
  loadBrowserProcessSpecificV8Snapshot: false,
  // There is no cookie; macOS would ask for the keychain.
  enableCookieEncryption: false,
}

/** Their order in the program, as Electron reads them. */
export const fuseOrder = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
]

/** What the fuses stand behind in the program. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
