import type { Connection } from 'vscode-languageserver';
import { emptyContent, type Report, type Reports } from './reports.ts';

/** Sends diagnostics to clients that do not ask for them: those of open documents and of closed files alike. */
export interface PushDiagnostics {
  /** Sends what differs from what the client has. */
  readonly update: () => void;
}

/** @param isBeingRead says whether there is nothing reliable to say about a file as yet: what the client has of it holds */
export function createPushDiagnostics(
  connection: Connection,
  reports: Reports,
  isBeingRead: (uri: string) => boolean,
): PushDiagnostics {
  /** What the client has: files with something to show, or that it still believes to have. */
  const sent = new Map<string, Pick<Report, 'uri' | 'version' | 'content'>>();

  const send = (key: string, { uri, version, items, content }: Report): void => {
    const known = sent.get(key);
    if (known?.content === content && known.version === version && known.uri === uri) return;
    if (content === emptyContent) sent.delete(key);
    else sent.set(key, { uri, version, content });
    void connection.sendDiagnostics({ uri, ...(version === null ? {} : { version }), diagnostics: items });
  };

  return {
    update: () => {
      const current = reports.all();
      for (const key of [...sent.keys()])
        if (!current.has(key) && !isBeingRead(key)) send(key, reports.of(key));
      for (const [key, report] of current) send(key, report);
    },
  };
}
