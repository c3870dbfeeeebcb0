import { createConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import { diskHost } from '../files/disk-host.ts';
import type { Platform } from './platform.ts';

/**
 * A process of its own: `--node-ipc` speaks over the channel of the parent that forked it, anything else over the standard
 * streams. The connection ends the process when they end.
 */
export function inProcess(): Platform {
  const connection = process.argv.includes('--node-ipc')
    ? createConnection(new IPCMessageReader(process), new IPCMessageWriter(process))
    : createConnection(process.stdin, process.stdout);
  return { connection, disk: diskHost };
}
