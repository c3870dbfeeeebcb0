import { t } from '@vscode/l10n';
import {
  MessageType,
  ShowMessageNotification,
  type Connection,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import type { ScanSummary, SkippedPath } from '../files/host.ts';
import type { ScanReport } from './indexing.ts';
import type { Root } from './roots.ts';
import { fileOf } from './uris.ts';

/**
 * Shows a scan as the client's progress, and its result in the client's log.
 *
 * @param cancel ends the scan: the user has asked for it, and what was read until then counts
 */
export function reportScan(connection: Connection, root: Root, cancel: () => void): ScanReport {
  const bar = connection.window.createWorkDoneProgress();
  // Progress is a courtesy: a client that refuses it misses nothing else.
  const show = (step: (bar: WorkDoneProgressServerReporter) => void): void =>
    void bar.then(step, () => undefined);

  show((shown) => {
    shown.token.onCancellationRequested(cancel);
    shown.begin('Cilium Mesh Lint', undefined, t('reading the workspace'), true);
  });
  return {
    progress: (files) => show((shown) => shown.report(t`${files} files`)),
    end: (summary, milliseconds) => {
      show((shown) => shown.done());
      const folder = fileOf(root.uri) ?? root.uri;
      if (summary === undefined) {
        connection.console.info(t`${folder}: reading was ended early.`);
        return;
      }
      const { read } = root.lint.statistics();
      const took = t`${summary.files} files in ${Math.round(milliseconds)} ms, ${read} of interest`;
      connection.console.info(`${folder}: ${took}.`);
      for (const line of linesOnSkipped(summary)) connection.console.warn(line);
      const message = limitNotice(folder, summary);
      if (message === undefined) return;
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    },
  };
}

const reasons: Readonly<Record<SkippedPath['reason'], () => string>> = {
  'too-large': () => t('larger than 5 MB'),
  'unpacks-too-large': () => t('unpacks to more than 20 MB'),
  unreadable: () => t('no permission, or not a regular file'),
  damaged: () => t('no intact archive'),
  'no-chart': () => t('an archive without a chart'),
};

/** A line of the log for every path that was there but could not be read. */
export function linesOnSkipped({ skipped }: ScanSummary): readonly string[] {
  return skipped.map(({ path, reason }) => t`Not read: ${path} (${reasons[reason]()}).`);
}

/** What the user is told when a folder has more files than are read; undefined when it has not. */
export function limitNotice(folder: string, { files, limitReached }: ScanSummary): string | undefined {
  if (!limitReached) return undefined;
  return t`Cilium Mesh Lint has read ${files} files of ${folder} and leaves out the rest. Exclude what does not matter in the setting ciliumMeshLint.exclude.`;
}
