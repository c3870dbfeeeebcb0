/**
 * The language server wherever it was started: as a process, or in a web worker. One bundle for both holds what they share
 * once. Only what differs is imported late: the part of the other platform is never run, and the rest starts faster without.
 */
import { createMeshLint } from '../features/create-mesh-lint.ts';
import type { Platform } from './platform.ts';
import { startServer } from './server.ts';

async function platform(): Promise<Platform> {
  if ('importScripts' in globalThis) return (await import('./in-worker.ts')).inWorker();
  return (await import('./in-process.ts')).inProcess();
}

void platform().then(({ connection, disk }) => startServer(connection, createMeshLint, disk));
