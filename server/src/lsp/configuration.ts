import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';
import { fieldsOf, settingsFrom, settingsSection, type Settings } from './settings.ts';

/** Where settings come from: asked for per folder where the client can, else what it last sent for all. */
export interface Configuration {
  readonly settingsOf: (folderUri: string) => Promise<Settings>;
  /** Takes what a `workspace/didChangeConfiguration` brings along. */
  readonly accept: (sent: unknown) => void;
  /** Asks to be told of changes, once the client is initialized. */
  readonly register: () => Promise<void>;
}

/** @param initial the `initializationOptions`, for clients that can neither be asked nor send changes */
export function createConfiguration(
  connection: Connection,
  client: ClientFeatures,
  initial: unknown,
): Configuration {
  let sent = sectionIn(initial);
  return {
    settingsOf: async (scopeUri) => {
      if (!client.configurationRequests) return settingsFrom(sent);
      try {
        const asked: unknown = await connection.workspace.getConfiguration({
          scopeUri,
          section: settingsSection,
        });
        return settingsFrom(asked);
      } catch (error) {
        connection.console.warn(`The client gave no settings: ${String(error)}`);
        return settingsFrom(sent);
      }
    },
    accept: (settings) => {
      sent = sectionIn(settings);
    },
    register: async () => {
      if (!client.registersConfigurationChanges) return;
      await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    },
  };
}

/** Our section of what a client sends, or all of it where it sends ours alone. */
function sectionIn(settings: unknown): unknown {
  const fields = fieldsOf(settings);
  return fields.has(settingsSection) ? fields.get(settingsSection) : settings;
}
