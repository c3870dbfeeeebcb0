import type { LogOutputChannel } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';

import { clientOptions, id, name, withFeatures } from './language-client.ts';

/** The client of the language server in `script`, which gets a worker of its own at each `start()`. */
export function workerClient(script: string, log: LogOutputChannel): LanguageClient {
  let worker: Worker | undefined;
  // Not the worker itself: in an extension host it is no instance of the `Worker` that the library looks for.
  const startWorker = (): Promise<MessageTransports> => {
    worker = new Worker(script, { name });
    worker.onerror = ({ message }) =>
      log.error(`The language server failed: ${message ?? 'no reason given'}`);
    const reader = new BrowserMessageReader(worker);
    return Promise.resolve({ reader, writer: new BrowserMessageWriter(worker) });
  };
  return withFeatures(
    new WorkerClient(startWorker, log, () => {
      worker?.terminate();
    }),
  );
}

/** A client that ends its server's worker. The library, which does not know the worker, does so of processes alone. */
class WorkerClient extends LanguageClient {
  readonly #terminate: () => void;

  constructor(startWorker: () => Promise<MessageTransports>, log: LogOutputChannel, terminate: () => void) {
    super(id, name, startWorker, clientOptions(log));
    this.#terminate = terminate;
  }

  /** Its state is `Stopped` as soon as this is called: only behind it the server has been heard to the end. */
  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      this.#terminate();
    }
  }
}
