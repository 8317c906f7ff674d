import type { FoundInstallation, InstallNews } from '../../../../shared/model/installation.ts'
import type { InstallProgress } from '../../../postgres/installations/install-postgres.ts'
import type { Installation } from '../../../postgres/installations/installation.ts'
import { createTopic } from '../../../core/live/topic.ts'
import { bound } from '../base.ts'
import type { Host } from '../host.ts'

const { installations: area } = bound
const REPORT_MS = 200

export const installations = area.router({
  list: area.list.handler(({ context }) => list(context)),
  available: area.available.handler(async ({ context }) => {
    const found = await list(context)
    return context.core.installations.available().map(({ major, version }) => ({
      major,
      version,
      installed: found.some((installation) => installation.version === version),
    }))
  }),
  install: area.install.handler(({ input, context, signal }) => install(input.major, context, signal)),
  add: area.add.handler(async ({ input, context }) =>
    shown(await context.core.installations.add(input.folder), context),
  ),
  remove: area.remove.handler(({ input, context }) => context.core.installations.remove(input.version)),
})

async function list(host: Host): Promise<readonly FoundInstallation[]> {
  const { installations: found } = await host.core.installations.list()
  return found.map((installation) => shown(installation, host))
}

function shown({ version, major, binDir, source, tools }: Installation, { live }: Host): FoundInstallation {
  const usedBy = live
    .current()
    .instances.filter(({ entry }) => entry.binDir === binDir)
    .map(({ name }) => name)
  const canRemove = (source === 'downloaded' && usedBy.length === 0) || source === 'folder'
  return { version, major, binDir, source, tools, usedBy, canRemove }
}

/** Leaving the stream stops the download. */
async function* install(
  major: number,
  host: Host,
  signal = new AbortController().signal,
): AsyncGenerator<InstallNews> {
  const leaving = new AbortController()
  const news = createTopic()
  let progress: InstallProgress | undefined
  const installing = host.core.installations.install(major, {
    signal: AbortSignal.any([signal, leaving.signal]),
    onProgress: (now) => {
      progress = now
      news.bump()
    },
  })
  try {
    const ended = installing.then(
      () => true,
      () => true,
    )
    while (!(await Promise.race([ended, news.wait(news.version(), signal, REPORT_MS).then(() => false)])))
      if (progress !== undefined) yield { kind: 'progress', ...progress }
    const { installation, changed } = await installing
    yield { kind: 'installed', installation: shown(installation, host), changed }
  } finally {
    leaving.abort()
  }
}
