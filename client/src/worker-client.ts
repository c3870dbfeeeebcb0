import type { LogOutputChannel } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  State,
  type MessageTransports,
} from 'vscode-languageclient/browser';

import { clientOptions, id, name, withFeatures } from './language-client.ts';

/** The client of the language server in `script`, which gets a worker of its own at each `start()`. */
export function workerClient(script: string, log: LogOutputChannel): LanguageClient {
  let worker: Worker | undefined;
  // Not the worker itself: in an extension host it is no instance of the `Worker` that the library looks for.
  const startWorker = (): Promise<MessageTransports> => {
    worker = new Worker(script, { name });
    worker.onerror = ({ message }) => log.error(`The language server failed: ${message ?? 'no reason given'}`);
    const reader = new BrowserMessageReader(worker);
    return Promise.resolve({ reader, writer: new BrowserMessageWriter(worker) });
  };
  const client = withFeatures(new LanguageClient(id, name, startWorker, clientOptions(log)));
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) worker?.terminate();
  });
  return client;
}
