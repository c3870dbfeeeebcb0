import type { LogOutputChannel } from 'vscode';
import { LanguageClient, State } from 'vscode-languageclient/browser';

import { clientOptions, id, name, withFeatures } from './language-client.ts';

/** The client of the language server in `script`, which gets a worker of its own at each `start()`. */
export function workerClient(script: string, log: LogOutputChannel): LanguageClient {
  let worker: Worker | undefined;
  const startWorker = (): Promise<Worker> => {
    worker = new Worker(script, { name });
    worker.onerror = ({ message }) =>
      log.error(`The language server failed: ${message ?? 'no reason given'}`);
    return Promise.resolve(worker);
  };
  const client = withFeatures(new LanguageClient(id, name, startWorker, clientOptions(log)));
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) worker?.terminate();
  });
  return client;
}
