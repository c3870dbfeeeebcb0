import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Platform } from './platform.ts';

/** A web worker of an editor in a browser. Whatever the server reads, the client gives it. */
export function inWorker(): Platform {
  return {
    connection: createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)),
    disk: undefined,
  };
}
