import {
  ApplyWorkspaceEditRequest,
  CompletionItemTag,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  InsertTextMode,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { statisticsRequest } from '../../../server/src/lsp/statistics.ts';
import { until } from './until.ts';

/** Diagnostics are asked for as VS Code does, or sent, as to an editor that does not ask. */
export type Flavour = 'pull' | 'push';

export interface ClientOptions {
  readonly flavour: Flavour;
  /** URIs of the folders of the workspace. */
  readonly folders: readonly string[];
  /** The section `ciliumMeshLint`; may be replaced by tests between two requests of the server. */
  readonly settings?: unknown;
  /** The language that the editor is used in. */
  readonly locale?: string;
  /** Taken out of what the client says it can. */
  readonly without?: readonly (
    | 'resolve'
    | 'versions'
    | 'creation'
    | 'relatedInformation'
    | 'markdown'
    | 'progress'
    | 'snippets'
    | 'commands'
    | 'untickedIfAsking'
  )[];
  /** Answers what the server asks of files: the client then says that it can read them. */
  readonly files?: (connection: ProtocolConnection) => void;
}

/** A language client as an editor has it, that remembers what the server sent. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** The newest diagnostics sent for each file. */
  readonly published: ReadonlyMap<string, PublishDiagnosticsParams>;
  readonly registrations: readonly Registration[];
  /** What the server showed the user. */
  readonly messages: readonly string[];
  readonly refreshes: () => number;
  readonly progress: () => number;
  readonly configure: (settings: unknown) => void;
  readonly open: (uri: string, text: string, version?: number) => Promise<void>;
  /** Replaces the first occurrence of `from`, as an incremental change. */
  readonly change: (uri: string, from: string, to: string) => Promise<void>;
  readonly close: (uri: string) => Promise<void>;
  readonly text: (uri: string) => string;
  readonly version: (uri: string) => number;
  /** Resolves when the diagnostics sent for a file satisfy a test; rejects after five seconds. */
  readonly publishedThat: (
    uri: string,
    test: (items: readonly Diagnostic[], params: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>;
  /** Resolves when the workspace has been read. */
  readonly ready: () => Promise<void>;
}

export async function startClient(
  reader: MessageReader,
  writer: MessageWriter,
  options: ClientOptions,
): Promise<TestClient> {
  const connection = createProtocolConnection(reader, writer);
  const published = new Map<string, PublishDiagnosticsParams>();
  const registrations: Registration[] = [];
  const messages: string[] = [];
  const documents = new Map<string, { text: string; version: number }>();
  const listeners = new Set<() => void>();
  let settings = options.settings;
  let refreshes = 0;
  let progress = 0;

  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.set(params.uri, params);
    for (const listener of listeners) listener();
  });
  connection.onNotification(ShowMessageNotification.type, ({ message }) => {
    messages.push(message);
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings));
  connection.onRequest(
    RegistrationRequest.type,
    (params) => void registrations.push(...params.registrations),
  );
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshes++;
  });
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => {
    progress++;
  });
  connection.onRequest(ApplyWorkspaceEditRequest.type, () => ({ applied: false }));
  options.files?.(connection);
  connection.listen();

  const initialized = await connection.sendRequest<InitializeResult>(InitializeRequest.method, {
    processId: null,
    capabilities: capabilities(options),
    locale: options.locale ?? 'en',
    workspaceFolders: options.folders.map(folderAt),
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const documentAt = (uri: string): { text: string; version: number } => {
    const document = documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    return document;
  };

  return {
    connection,
    initialized,
    published,
    registrations,
    messages,
    refreshes: () => refreshes,
    progress: () => progress,
    configure: (value) => {
      settings = value;
    },
    open: async (uri, text, version = 1) => {
      documents.set(uri, { text, version });
      const textDocument = { uri, languageId: 'yaml', version, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    change: async (uri, from, to) => {
      const document = documentAt(uri);
      const range = rangeOfFirst(document.text, from);
      document.text = document.text.replace(from, () => to);
      document.version++;
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: document.version },
        contentChanges: [{ range, text: to }],
      });
    },
    close: async (uri) => {
      documents.delete(uri);
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    },
    text: (uri) => documentAt(uri).text,
    version: (uri) => documentAt(uri).version,
    publishedThat: (uri, test) =>
      eventually(`diagnostics of ${uri}`, listeners, () => {
        const params = published.get(uri);
        return params !== undefined && test(params.diagnostics, params) ? params : undefined;
      }),
    ready: () => until(async () => (await connection.sendRequest(statisticsRequest))?.ready === true),
  };
}

/** A folder of the workspace, called by its last name as editors do. */
export function folderAt(uri: string): WorkspaceFolder {
  return { uri, name: decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)) };
}

/** The range of the first occurrence of a text, in a document whose lines end with `\n`. */
function rangeOfFirst(text: string, part: string): Range {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`${part} does not occur`);
  return { start: positionIn(text, start), end: positionIn(text, start + part.length) };
}

function positionIn(text: string, offset: number): Range['start'] {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function eventually<T>(what: string, listeners: Set<() => void>, look: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (value: T | undefined): void => {
      listeners.delete(listener);
      clearTimeout(timer);
      if (value === undefined) reject(new Error(`no ${what} as expected within five seconds`));
      else resolve(value);
    };
    const listener = (): void => {
      const found = look();
      if (found !== undefined) finish(found);
    };
    const timer = setTimeout(() => finish(undefined), 5_000);
    listeners.add(listener);
    listener();
  });
}

const ourCommands = [
  'ciliumMeshLint.explainRule',
  'ciliumMeshLint.openConfiguration',
  'ciliumMeshLint.showTrafficPath',
  'ciliumMeshLint.peek',
];

function capabilities({ flavour, without = [], files }: ClientOptions): ClientCapabilities {
  const has = (feature: (typeof without)[number]): boolean => !without.includes(feature);
  const diagnostics = {
    relatedInformation: has('relatedInformation'),
    codeDescriptionSupport: true,
    dataSupport: true,
  };
  return {
    general: { positionEncodings: ['utf-16'] },
    window: { workDoneProgress: has('progress') },
    experimental: {
      ciliumMeshLint: {
        ...(has('commands') ? { commands: ourCommands } : {}),
        untickedIfAsking: has('untickedIfAsking'),
        ...(files === undefined ? {} : { readsFiles: true }),
      },
    },
    workspace: {
      applyEdit: true,
      configuration: true,
      workspaceFolders: true,
      diagnostics: { refreshSupport: true },
      codeLens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceEdit: {
        documentChanges: has('versions'),
        changeAnnotationSupport: {},
        ...(has('creation') ? { resourceOperations: ['create'] } : {}),
      },
    },
    textDocument: {
      publishDiagnostics: { ...diagnostics, versionSupport: true },
      ...(flavour === 'pull' ? { diagnostic: { ...diagnostics, relatedDocumentSupport: false } } : {}),
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      hover: { contentFormat: has('markdown') ? ['markdown', 'plaintext'] : ['plaintext'] },
      completion: has('snippets')
        ? {
            completionItem: {
              snippetSupport: true,
              documentationFormat: ['markdown'],
              tagSupport: { valueSet: [CompletionItemTag.Deprecated] },
              insertTextModeSupport: { valueSet: [InsertTextMode.asIs] },
            },
          }
        : {},
      codeAction: {
        isPreferredSupport: true,
        dataSupport: true,
        codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
        ...(has('resolve') ? { resolveSupport: { properties: ['edit'] } } : {}),
      },
    },
  };
}
