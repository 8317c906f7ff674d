import type { Session } from '../../postgres/connection/connect.ts'
import { parseDiagnosisFacts } from '../../postgres/facts/diagnosis/parse.ts'
import { diagnosisQuery } from '../../postgres/facts/diagnosis/query.ts'
import type { Major } from '../../../shared/model/instance-target.ts'
import type { ServerState } from './subject.ts'

/** The part of a server's state that polls don't bring along. */
export type ServerDetail = Pick<ServerState, 'settings' | 'pendingRestart' | 'waitingForSync' | 'archiver'>

/** Asks a running server what the rules want to know beyond its status; one query. Throws what a session throws. */
export async function readServerDetail(session: Session, major: Major): Promise<ServerDetail> {
  const [row] = await session.query(diagnosisQuery(major))
  const { settings, pendingRestart, waitingForSync, archiver } = parseDiagnosisFacts(row?.['facts'] ?? '')
  return {
    settings,
    pendingRestart,
    waitingForSync,
    archiver:
      archiver === null || settings['archive_mode'] === 'off'
        ? null
        : {
            ...archiver,
            lastArchivedAt: archiver.lastArchivedAt?.toISOString() ?? null,
            lastFailedAt: archiver.lastFailedAt?.toISOString() ?? null,
          },
  }
}
