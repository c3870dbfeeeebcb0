import assert from 'node:assert/strict';

import { Uri, workspace } from 'vscode';

/** A file of one of the folders beside the workspace file. */
export function inFolder(folder: string, path: string): Uri {
  assert.ok(workspace.workspaceFile, 'a workspace file is open');
  return Uri.joinPath(workspace.workspaceFile, '..', folder, path);
}
