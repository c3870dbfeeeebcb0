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

/** One line of the language status: what the editor shows in one is never wrapped, so each has to be short. */
interface Line {
  /** Lines stand in the order of their ids. */
  readonly id: 'findings' | 'installs' | 'meshes';
  readonly text: string;
  readonly detail?: string;
  readonly command: { readonly command: string; readonly title: string };
  readonly severity?: LanguageStatusSeverity;
}

const quietTime = 300;

/** The lines in the language status of documents that are checked: how much is wrong, and what is known. */
export function statusLines(server: LanguageServer): { readonly dispose: () => void } {
  const items = new Map<Line['id'], LanguageStatusItem>();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const itemOf = (id: Line['id']): LanguageStatusItem => {
    const item = items.get(id) ?? languages.createLanguageStatusItem(`ciliumMeshLint.${id}`, documents());
    item.selector = documents();
    item.name = 'Cilium Mesh Lint';
    items.set(id, item);
    return item;
  };
  const show = (lines: readonly Line[]): void => {
    for (const [id, item] of items) {
      if (lines.some((line) => line.id === id)) continue;
      item.dispose();
      items.delete(id);
    }
    for (const { id, text, detail, command, severity } of lines) {
      const item = itemOf(id);
      item.busy = false;
      item.text = text;
      item.detail = detail ?? '';
      item.command = command;
      item.severity = severity ?? LanguageStatusSeverity.Information;
    }
  };
  const update = async (): Promise<void> => {
    show(linesOf(await server.request<Status>('ciliumMeshLint/status')));
  };
  const updateSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void update(), quietTime);
  };
  const follow = languages.onDidChangeDiagnostics(updateSoon);
  const first = itemOf('findings');
  first.busy = true;
  first.text = l10n.t('Reading the workspace');
  void update();

  return {
    dispose: () => {
      clearTimeout(waiting);
      follow.dispose();
      for (const item of items.values()) item.dispose();
    },
  };
}

function linesOf(status: Status | undefined): readonly Line[] {
  if (status === undefined) {
    return [
      {
        id: 'findings',
        text: l10n.t('The server does not run'),
        command: { command: 'ciliumMeshLint.showLog', title: l10n.t('Show Log') },
        severity: LanguageStatusSeverity.Error,
      },
    ];
  }
  const { findings, installs, meshes, files } = status;
  const loud = findings.error + findings.warning;
  // The problems themselves are shown elsewhere: only a server that does not run is worth alarm here.
  return [
    {
      id: 'findings',
      text: loud === 0 ? l10n.t('Nothing is wrong') : l10n.t('{0} to mend', loud),
      detail: files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files),
      command: { command: 'ciliumMeshLint.checkWorkspace', title: l10n.t('Check Workspace') },
    },
    {
      id: 'installs',
      ...firstOf(installs, l10n.t('No Cilium in sight')),
      command: { command: 'ciliumMeshLint.showTrafficPath', title: l10n.t('Traffic Paths') },
    },
    {
      id: 'meshes',
      ...firstOf(meshes, l10n.t('No mesh in sight')),
      command: { command: 'ciliumMeshLint.workloads.focus', title: l10n.t('Workloads') },
    },
  ];
}

/** The first of several, and how many more there are. */
function firstOf([first, ...others]: readonly string[], none: string): Pick<Line, 'text' | 'detail'> {
  if (first === undefined) return { text: none };
  return others.length === 0
    ? { text: first }
    : { text: first, detail: l10n.t('and {0} more', others.length) };
}
