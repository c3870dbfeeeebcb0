/** Which VS Code the suites run in. */
import { join } from 'node:path';

import { downloadAndUnzipVSCode } from '@vscode/test-electron';

import { editorHost } from '../host/install.ts';

export interface Editor {
  readonly kind: 'ready';
  /** A program that takes VS Code's arguments. */
  readonly executable: string;
}

export interface NoEditor {
  readonly kind: 'unavailable';
  readonly reason: string;
}

/**
 * The desktop VS Code that `VSCODE_EXECUTABLE` names; or the version that `VSCODE_VERSION` names (`stable`,
 * `insiders`, `1.101.0`), downloaded; or else the browser-served one, which comes from the npm registry. Where
 * that cannot be had either, a download of the stable one is tried.
 */
export async function findEditor(): Promise<Editor | NoEditor> {
  const { VSCODE_EXECUTABLE: executable, VSCODE_VERSION: version } = process.env;
  if (executable !== undefined) return { kind: 'ready', executable };
  if (version !== undefined) return download(version);
  const host = await editorHost();
  if (host.kind === 'ready')
    return { kind: 'ready', executable: join(import.meta.dirname, '../host/launch.ts') };
  const downloaded = (await canDownload()) ? await download('stable') : undefined;
  return downloaded ?? { kind: 'unavailable', reason: `${host.reason}; and VS Code cannot be downloaded` };
}

async function download(version: string): Promise<Editor | NoEditor> {
  try {
    const cachePath = join(import.meta.dirname, '../../.cache/vscode');
    return { kind: 'ready', executable: await downloadAndUnzipVSCode({ version, cachePath }) };
  } catch (error) {
    return { kind: 'unavailable', reason: `VS Code ${version} cannot be downloaded: ${String(error)}` };
  }
}

/** A closed network says so at once, where a download would try for minutes. */
async function canDownload(): Promise<boolean> {
  try {
    await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(3000),
    });
    return true;
  } catch {
    return false;
  }
}
