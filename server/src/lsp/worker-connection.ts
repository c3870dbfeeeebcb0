import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  type Connection,
} from 'vscode-languageserver/browser';

/** A connection to whoever started this worker, over the messages between the two. */
export function workerConnection(): Connection {
  return createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis));
}
