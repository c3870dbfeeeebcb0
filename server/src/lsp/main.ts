/** The language server as a process: `--node-ipc` where the parent forked it, otherwise `--stdio`. */
import { createMeshLint } from '../features/create-mesh-lint.ts';
import { diskHost } from '../files/disk-host.ts';
import { ipcConnection, stdioConnection } from './connection.ts';
import { startServer } from './server.ts';

startServer(
  process.argv.includes('--node-ipc') ? ipcConnection() : stdioConnection(),
  createMeshLint,
  diskHost,
);
