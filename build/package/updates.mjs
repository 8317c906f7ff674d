// Where a package looks for newer versions of itself, and whether it may install them: only a signed one can tell a true
// update from a false one.

/** The certificate that electron-builder signs a platform's packages with; one for Windows alone goes before. */
const certificateFor = (platform, env) =>
  platform === 'win32' ? (env.WIN_CSC_LINK ?? env.CSC_LINK) : env.CSC_LINK || env.CSC_NAME

/** `{url, isSigned}` of a platform's packages as the environment has it. Throws where the address is not one of https. */
export function readUpdates(platform, env) {
  const url = env.PGTANDEM_UPDATE_URL || null
  if (url !== null && !/^https:\/\/[^/\s]+/.test(url))
    throw new Error(`PGTANDEM_UPDATE_URL must begin with https://, and is ${url}`)
  return { url, isSigned: platform !== 'linux' && Boolean(certificateFor(platform, env)) }
}
