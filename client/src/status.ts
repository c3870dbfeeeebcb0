import { l10n, languages, LanguageStatusSeverity, type LanguageStatusItem } from 'vscode';

import { documents } from './documents.ts';
import type { LanguageServer } from './language-server.ts';

/** What the server says of its state (`ciliumMeshLint/status`). */
export interface Status {
  readonly files: number;
  readonly ofInterest: number;
  readonly installs: readonly string[];
  readonly meshes: readonly string[];
  readonly findings: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;
}

const quietTime = 300;

/** The item in the language status of documents that are checked: what is known, and how much is wrong. */
export function statusItem(server: LanguageServer): { readonly dispose: () => void } {
  const item = languages.createLanguageStatusItem('ciliumMeshLint.status', documents());
  item.name = 'Cilium Mesh Lint';
  item.command = { command: 'ciliumMeshLint.showTrafficPath', title: l10n.t('Traffic Paths') };
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const update = async (): Promise<void> => {
    const status = await server.request<Status>('ciliumMeshLint/status');
    show(item, status);
  };
  const updateSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void update(), quietTime);
  };
  const follow = languages.onDidChangeDiagnostics(updateSoon);
  item.busy = true;
  item.text = l10n.t('Reading the workspace');
  void update();

  return {
    dispose: () => {
      clearTimeout(waiting);
      follow.dispose();
      item.dispose();
    },
  };
}

function show(item: LanguageStatusItem, status: Status | undefined): void {
  item.busy = false;
  if (status === undefined) {
    item.severity = LanguageStatusSeverity.Error;
    item.text = l10n.t('The server does not run');
    item.command = { command: 'ciliumMeshLint.showLog', title: l10n.t('Show Log') };
    return;
  }
  const { findings, installs, meshes, files } = status;
  const loud = findings.error + findings.warning;
  // The problems themselves are shown elsewhere: only a server that does not run is worth alarm here.
  item.severity = LanguageStatusSeverity.Information;
  item.text = loud === 0 ? l10n.t('Nothing is wrong') : l10n.t('{0} to mend', loud);
  item.detail = [
    installs.length === 0 ? l10n.t('No Cilium in sight') : shortList(installs),
    meshes.length === 0 ? l10n.t('no mesh') : shortList(meshes),
    l10n.t('{0} files', files),
  ].join(' · ');
  item.command = { command: 'ciliumMeshLint.showTrafficPath', title: l10n.t('Traffic Paths') };
}

/** The first two, and how many more there are. */
function shortList(items: readonly string[]): string {
  const shown = items.slice(0, 2).join(', ');
  return items.length <= 2 ? shown : l10n.t('{0} and {1} more', shown, items.length - 2);
}
