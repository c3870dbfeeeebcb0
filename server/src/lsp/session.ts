import {
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  type Connection,
  type InitializeParams,
  type WorkspaceFolder,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import type { MeshLint } from '../features/mesh-lint.ts';
import type { FileHost } from '../files/host.ts';
import { createActionMaker } from './action-edits.ts';
import { clientHost } from './client-host.ts';
import { createHost } from './hosts.ts';
import { clientFeaturesOf } from './client-features.ts';
import { createCodeActions, type CodeActions } from './code-actions.ts';
import { createConfiguration } from './configuration.ts';
import { createDocuments, type Documents } from './documents.ts';
import { failure } from './guard.ts';
import { createIndexing } from './indexing.ts';
import { createPullDiagnostics, type PullDiagnostics } from './pull-diagnostics.ts';
import { createPushDiagnostics } from './push-diagnostics.ts';
import { createRefreshing } from './refreshing.ts';
import { createReports, type Reports } from './reports.ts';
import { applySettings, createRoots, whenReady, type Root, type Roots } from './roots.ts';
import { reportScan } from './scan-report.ts';
import { fieldsOf, readsTheSame } from './settings.ts';
import { sturdyEngine } from './sturdy-engine.ts';
import { createTexts, type Texts } from './texts.ts';
import { canonicalUri, isBelow } from './uris.ts';
import { createWatching, fileWatchers, type Watching } from './watching.ts';

/** Everything that lives from `initialize` to `shutdown`, put together. */
export interface Session {
  readonly client: ReturnType<typeof clientFeaturesOf>;
  readonly roots: Roots;
  readonly documents: Documents;
  readonly texts: Texts;
  readonly reports: Reports;
  readonly pull: PullDiagnostics;
  readonly codeActions: CodeActions;
  readonly watching: Watching;
  /** Resolves when what stands around a file, or in the whole workspace, has been read. */
  readonly ready: (uri?: string) => Promise<void>;
  /** Begins to read the workspace and to watch it. */
  readonly start: () => Promise<void>;
  /** Reads all files of the workspace anew. */
  readonly reread: () => Promise<void>;
  readonly changeFolders: (event: WorkspaceFoldersChangeEvent) => void;
  readonly changeConfiguration: (sent: unknown) => Promise<void>;
  readonly stop: () => void;
}

const nothingEdited: ReadonlySet<string> = new Set();

/**
 * @param createEngine makes the engine of one workspace folder
 * @param disk gives the files of this machine, where the server can read them itself
 */
export function createSession(
  connection: Connection,
  params: InitializeParams,
  createEngine: () => MeshLint,
  disk: FileHost | undefined,
): Session {
  const client = clientFeaturesOf(params.capabilities);
  const host = createHost(disk, client.readsFiles ? clientHost(connection) : undefined);
  const configuration = createConfiguration(connection, client, params.initializationOptions);

  const logError = (line: string): void => connection.console.error(line);
  const prepare = async (root: Root): Promise<void> => {
    try {
      applySettings(root, await configuration.settingsOf(root.uri));
      if (roots.all().includes(root)) await indexing.read(root);
    } catch (error) {
      logError(failure(`Reading ${root.uri}`, error));
    }
  };
  const roots = createRoots(() => sturdyEngine(createEngine(), logError), prepare);

  let isStopped = false;
  const show = (edited: ReadonlySet<string>): void => {
    if (isStopped) return;
    if (!client.pullsDiagnostics) push.update();
    else if (roots.all().every(({ isReady }) => isReady)) pull.update(edited);
    refreshing.soon();
  };
  const showAll = (): void => show(nothingEdited);

  const documents = createDocuments(connection, roots, {
    onRead: show,
    onClose: (uri, root) => {
      watching.reread(root, uri);
      dropUnusedRoots(roots, documents);
      pull.release(uri);
      showAll();
    },
  });
  const texts = createTexts(documents, host);
  const indexing = createIndexing(
    host,
    roots,
    documents,
    (root) => reportScan(connection, root, () => indexing.stop(root)),
    showAll,
  );
  const watching = createWatching(host, roots, documents, indexing, showAll);
  const reports = createReports(roots, documents, {
    relatedInformation: client.relatedInformation,
    codeDescription: client.codeDescription,
    data: client.diagnosticData,
  });
  const push = createPushDiagnostics(connection, reports, (uri) => roots.of(uri)?.isReady === false);
  const ready = (uri?: string): Promise<void> =>
    whenReady(() => roots.all().filter((root) => uri === undefined || root === roots.of(uri)));
  const refresh = (): void => {
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  const pull = createPullDiagnostics(reports, documents, ready, refresh);
  const refreshing = createRefreshing(connection, client, documents);
  const explain = (reason: string): void =>
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Info,
      message: reason,
    });

  return {
    client,
    roots,
    documents,
    texts,
    reports,
    pull,
    codeActions: createCodeActions(
      documents,
      reports,
      client,
      texts,
      (textOf) => createActionMaker(roots, reports, client, textOf),
      explain,
    ),
    watching,
    ready,

    start: async () => {
      for (const folder of foldersOf(params)) roots.addFolder(folder);
      const watchers = { watchers: fileWatchers };
      await Promise.all([
        configuration.register(),
        client.registersFileWatchers &&
          connection.client.register(DidChangeWatchedFilesNotification.type, watchers),
      ]);
    },

    reread: async () => {
      await Promise.all(roots.all().map((root) => indexing.read(root)));
    },

    changeFolders: ({ added, removed }) => {
      const before = roots.all();
      for (const folder of removed) roots.removeFolder(folder);
      for (const folder of added) roots.addFolder(folder);
      for (const root of before) if (!roots.all().includes(root)) indexing.stop(root);
      // A folder around one that came or went has other files now.
      const changed = [...added, ...removed].map(({ uri }) => canonicalUri(uri));
      for (const root of roots.all()) {
        const isAround = changed.some((uri) => isBelow(uri, root.uri));
        if (isAround && before.includes(root)) root.ready = prepare(root);
      }
      for (const uri of documents.uris()) documents.outdate(uri);
      documents.flush();
      dropUnusedRoots(roots, documents);
      showAll();
    },

    changeConfiguration: async (sent) => {
      configuration.accept(sent);
      for (const root of roots.all()) {
        const settings = await configuration.settingsOf(root.uri);
        const isSameFiles = readsTheSame(settings, root.settings);
        applySettings(root, settings);
        if (!isSameFiles) await indexing.read(root);
      }
      showAll();
    },

    stop: () => {
      isStopped = true;
      refreshing.stop();
      for (const root of roots.all()) indexing.stop(root);
      pull.end();
    },
  };
}

/** Loose roots are there for open documents only. */
function dropUnusedRoots(roots: Roots, documents: Documents): void {
  const used = new Set(documents.uris().map((uri) => roots.of(uri)));
  for (const root of roots.all()) if (!used.has(root)) roots.removeLoose(root);
}

/** The folders that a client opens with; a client that knows of no folders names a single root. */
function foldersOf(params: InitializeParams): readonly WorkspaceFolder[] {
  if (params.workspaceFolders) return params.workspaceFolders;
  const root = fieldsOf(params).get('rootUri');
  return typeof root === 'string' ? [{ uri: root, name: root }] : [];
}
