/** The language server in a web worker of an editor in a browser. Whatever it reads, the client gives it. */
import { createMeshLint } from '../features/create-mesh-lint.ts';
import { workerConnection } from './worker-connection.ts';
import { startServer } from './server.ts';

startServer(workerConnection(), createMeshLint);
