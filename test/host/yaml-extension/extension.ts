/**
 * Stands in for Red Hat's YAML extension, which npm has not: the same identity, the same language server, started for the
 * same documents. Nothing is fetched: there is neither a store of schemas nor telemetry.
 */
import { type Extension, extensions, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

/** Resolves when the server runs and knows the schemas that extensions bring along. */
export async function activate(): Promise<void> {
  const module = require.resolve('yaml-language-server/out/src/server.js');
  client = new LanguageClient(
    'yaml',
    'YAML Support',
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [
        { language: 'yaml' },
        { language: 'dockercompose' },
        { language: 'github-actions-workflow' },
        { pattern: '*.y(a)ml' },
      ],
    },
  );
  await client.start();
  await client.sendNotification('json/schemaAssociations', extensions.all.flatMap(associationsOf));
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

interface Association {
  readonly uri: string;
  readonly fileMatch: readonly string[];
}

/** The schemas that an extension contributes as `yamlValidation`. */
function associationsOf({ packageJSON, extensionUri }: Extension<unknown>): readonly Association[] {
  const contributed = at(at(packageJSON, 'contributes'), 'yamlValidation');
  if (!Array.isArray(contributed)) return [];
  return contributed.flatMap((entry: unknown) => {
    const [url, match] = [at(entry, 'url'), at(entry, 'fileMatch')];
    const patterns = (Array.isArray(match) ? match : [match]).filter((one) => typeof one === 'string');
    if (typeof url !== 'string') return [];
    const uri = url.startsWith('./') ? Uri.joinPath(extensionUri, url).toString() : url;
    return [{ uri, fileMatch: patterns.map(inAnyFolder) }];
  });
}

/** A name stands for files of that name wherever they lie. */
function inAnyFolder(pattern: string): string {
  return /^(?:\/|!|\w+:)/.test(pattern) ? pattern : `/${pattern}`;
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
