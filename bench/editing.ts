import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver/node';
import { startOn, type ServerName, type StartedServer } from './servers.ts';

/** One run of a server through the life of a document. Times in milliseconds, memory in MB. */
export interface EditingRun {
  readonly startUp: number;
  readonly open: number;
  readonly edits: readonly number[];
  /** Hovers over the key of the place that is typed in. */
  readonly hovers: readonly number[];
  readonly cpuPerEdit: number;
  readonly idle: number;
  readonly afterEdits: number;
  readonly peak: number;
}

const edits = 30;
const hoverCount = 30;
const secondsOfQuiet = 1;

/** Opens `values.yaml` of a folder in a server and types in it, one character at a time. */
export async function edit(
  name: ServerName,
  folder: string,
  nodeFlags: readonly string[] = [],
): Promise<EditingRun> {
  const server = await startOn(name, folder, nodeFlags);
  try {
    await sleep(secondsOfQuiet * 1_000);
    const idle = server.usage().rss;
    const document = createDocument(server, folder);
    const open = await document.timed(() => document.open());
    await sleep(secondsOfQuiet * 1_000);

    const before = server.usage().cpu;
    const times: number[] = [];
    for (let i = 0; i < edits; i++) times.push(await document.timed(() => document.type()));
    await sleep(secondsOfQuiet * 1_000);
    const { cpu, rss, peak } = server.usage();
    const hovers: number[] = [];
    for (let i = 0; i < hoverCount; i++) hovers.push(await document.hover());
    return {
      startUp: server.startUp,
      open,
      edits: times,
      hovers,
      cpuPerEdit: (cpu - before) / edits,
      idle,
      afterEdits: rss,
      peak,
    };
  } finally {
    server.kill();
  }
}

interface BenchDocument {
  readonly open: () => Promise<void>;
  /** Puts a character behind the value of a setting in the middle of the file, or takes it away again. */
  readonly type: () => Promise<void>;
  /** How long it takes from the beginning of an action to the diagnostics of the text it leaves. */
  readonly timed: (act: () => Promise<void>) => Promise<number>;
  /** How long an answer about a key takes. */
  readonly hover: () => Promise<number>;
}

function createDocument({ connection, pulls }: StartedServer, folder: string): BenchDocument {
  const path = join(folder, 'values.yaml');
  const uri = pathToFileURL(path).toString();
  const text = readFileSync(path, 'utf8');
  const { line, character } = typingPlace(text);
  let version = 0;
  let published = (): void => undefined;

  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    if (params.uri === uri && (params.version ?? version) === version) published();
  });

  return {
    open: () => {
      const textDocument = { uri, languageId: 'yaml', version: ++version, text };
      return connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    type: () => {
      const isThere = ++version % 2 === 1;
      const start = { line, character };
      const range = { start, end: { line, character: character + (isThere ? 1 : 0) } };
      return connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range, text: isThere ? '' : 'x' }],
      });
    },
    hover: async () => {
      const start = performance.now();
      const position = { line, character: Math.max(0, character - 5) };
      await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
      return performance.now() - start;
    },
    timed: async (act) => {
      const answer = new Promise<void>((resolve) => (published = resolve));
      const start = performance.now();
      await act();
      if (pulls) await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      else await answer;
      return performance.now() - start;
    },
  };
}

/** Behind the last character of a plain value near the middle of the text. */
function typingPlace(text: string): { readonly line: number; readonly character: number } {
  const lines = text.split('\n');
  const middle = Math.floor(lines.length / 2);
  const line = lines.findIndex((content, index) => index >= middle && /^\s*\w+: \w+$/.test(content));
  return { line, character: lines[line]?.length ?? 0 };
}
