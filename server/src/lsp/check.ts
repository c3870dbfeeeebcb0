import { RequestType0 } from 'vscode-languageserver';
import { rootsOfWorkspace } from './roots.ts';
import { statusOf, type Status } from './status.ts';
import type { Session } from './session.ts';

/** Reads every file anew, and answers with what stands then. */
export const checkRequest = new RequestType0<Status | null, never>('ciliumMeshLint/check');

/** Rids of what went by unseen, such as files that were changed while nobody watched. */
export async function checkAnew({ roots, reports, reread }: Session): Promise<Status> {
  await reread();
  return statusOf(rootsOfWorkspace(roots), reports);
}
