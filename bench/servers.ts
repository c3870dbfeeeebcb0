import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  InitializedNotification,
  InitializeRequest,
  RegistrationRequest,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
} from 'vscode-languageserver/node';
import { startMeasured, type MeasuredProcess } from './measured-process.ts';

const root = join(import.meta.dirname, '..');

export type ServerName = 'cilium-mesh-lint' | 'yaml-language-server';

/** A server as its editor extension starts it, and what it is told. */
interface Server {
  /** The module and its arguments. */
  readonly args: readonly string[];
  /** What an editor can do with this server: ours is asked for diagnostics, the other one sends them. */
  readonly pulls: boolean;
  /** Its settings by section, for files in this folder. */
  readonly settings: (folder: string) => Readonly<Record<string, unknown>>;
}

const servers: Readonly<Record<ServerName, Server>> = {
  'cilium-mesh-lint': {
    args: ['--max-semi-space-size=8', join(root, 'dist/server.js'), '--stdio'],
    pulls: true,
    settings: () => ({ ciliumMeshLint: {} }),
  },
  'yaml-language-server': {
    args: [join(root, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
    pulls: false,
    settings: (folder) => ({
      yaml: {
        validate: true,
        hover: true,
        completion: true,
        // Neither server may fetch anything: the one schema is that of the chart.
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
        schemas: { [pathToFileURL(join(folder, 'values.schema.json')).toString()]: 'values.yaml' },
      },
    }),
  },
};

export interface StartedServer extends MeasuredProcess {
  readonly pulls: boolean;
  /** From the start of the process to its answer to `initialize`, in milliseconds. */
  readonly startUp: number;
}

/**
 * Starts a server on a folder, up to `initialized`.
 * @param nodeFlags flags of Node to try out, such as `--max-semi-space-size=8`
 */
export async function startOn(
  name: ServerName,
  folder: string,
  nodeFlags: readonly string[] = [],
): Promise<StartedServer> {
  const server = servers[name];
  const measured = startMeasured([...nodeFlags, ...server.args]);
  const { connection } = measured;
  const settings = new Map(Object.entries(server.settings(folder)));
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section }) => settings.get(section ?? '') ?? null),
  );
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
  connection.onUnhandledNotification(() => undefined);
  connection.listen();
  const uri = pathToFileURL(folder).toString();
  await connection.sendRequest(InitializeRequest.method, {
    processId: process.pid,
    rootUri: uri,
    capabilities: capabilitiesFor(server),
    workspaceFolders: [{ uri, name: 'bench' }],
  });
  const startUp = performance.now() - measured.started;
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: Object.fromEntries(settings),
  });
  return { ...measured, pulls: server.pulls, startUp };
}

function capabilitiesFor({ pulls }: Server): ClientCapabilities {
  return {
    workspace: {
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceEdit: { documentChanges: true },
    },
    window: { workDoneProgress: true },
    textDocument: {
      synchronization: { dynamicRegistration: true },
      publishDiagnostics: { relatedInformation: true, versionSupport: true, dataSupport: true },
      hover: { contentFormat: ['markdown', 'plaintext'] },
      ...(pulls ? { diagnostic: { dynamicRegistration: true } } : {}),
    },
  };
}
