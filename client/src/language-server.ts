import type { LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The server of this window. Its steps are taken one after another, however fast they are asked for. */
export interface LanguageServer {
  /** Resolves when the server runs, or when the user has been told that it could not be started. */
  readonly start: () => Promise<void>;
  /** Resolves when the server has ended, in good order or not. */
  readonly stop: () => Promise<void>;
  /** Ends the server and starts another, for the workspace as it is then. */
  readonly restart: () => Promise<void>;
  /** Asks the running server; undefined while there is none, or where it has no answer. */
  readonly request: <Answer>(method: string, parameters?: unknown) => Promise<Answer | undefined>;
}

/**
 * The server of a client; it does not run yet.
 * @param createClient makes a client that has not been started
 */
export function languageServer(
  createClient: () => BaseLanguageClient,
  log: LogOutputChannel,
): LanguageServer {
  let client: BaseLanguageClient | undefined;
  let lastStep: Promise<void> = Promise.resolve();

  const inTurn = (step: () => Promise<void>): Promise<void> => {
    lastStep = lastStep.then(step).catch((error: unknown) => {
      log.error(error instanceof Error ? error : String(error));
    });
    return lastStep;
  };

  const start = (): Promise<void> =>
    inTurn(async () => {
      // A client whose start has failed cannot be started again, so each start has a client of its own.
      client = createClient();
      await client.start();
    });
  const stop = (): Promise<void> =>
    inTurn(async () => {
      const ending = client;
      client = undefined;
      if (ending?.needsStop() !== true) return;
      // Joins a start that is under way, after a crash for instance: only a running client can be stopped.
      await ending.start();
      await ending.stop();
    });

  return {
    start,
    stop,
    restart: async () => {
      await stop();
      await start();
    },
    request: async <Answer>(method: string, parameters?: unknown): Promise<Answer | undefined> => {
      await lastStep;
      if (client?.isRunning() !== true) return undefined;
      try {
        // An undefined parameter would be sent as one, which a request without parameters does not take.
        const answer =
          parameters === undefined
            ? await client.sendRequest<Answer | null>(method)
            : await client.sendRequest<Answer | null>(method, parameters);
        return answer ?? undefined;
      } catch (error) {
        log.error(error instanceof Error ? error : String(error));
        return undefined;
      }
    },
  };
}
