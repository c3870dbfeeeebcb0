import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build, type Plugin } from 'esbuild';

import { startBrowser, type Page } from '../host/browser.ts';
import { serveFolder } from '../host/files.ts';
import type { EditorHost } from '../host/install.ts';
import { testOutput } from '../host/output.ts';
import { resultLine } from '../host/test-lines.ts';
import { startWorkbench } from '../host/workbench.ts';
import { type EditorRun, resultFrom, type TestResult } from './report.ts';
import { type EditorSuite, suiteFiles } from './suites.ts';
import { windowSettings } from './window-settings.ts';

const root = join(import.meta.dirname, '../..');
const inside = join(import.meta.dirname, 'inside');
const bundled = 'out/vscode-web';
const timeout = 3 * 60_000;

/** Bundles each suite into one script for the web worker that runs extensions in a browser: it can load no second one. */
export async function bundleWebTests(suites: readonly EditorSuite[]): Promise<void> {
  await rm(join(root, bundled), { recursive: true, force: true });
  for (const suite of suites) {
    const files = await suiteFiles(suite, 'web');
    const loaders = files.map((file) => `() => import('./${file}')`).join(', ');
    await build({
      absWorkingDir: root,
      stdin: {
        contents: `import { runFiles } from './index.web.ts';\nexport const run = () => runFiles([${loaders}]);`,
        resolveDir: inside,
        loader: 'ts',
      },
      outfile: bundleOf(suite),
      bundle: true,
      platform: 'browser',
      // The build of mocha takes the `module` that it sees for its own: what is ours comes last.
      format: 'iife',
      globalName: 'tests',
      footer: { js: 'module.exports = tests;' },
      target: 'es2023',
      external: ['vscode'],
      // All that the assertions ask of it, where there is none.
      define: { process: '{ "env": {} }' },
      plugins: [withoutNode],
      sourcemap: 'inline',
      logLevel: 'warning',
    });
  }
}

/** What stands in a browser for the modules that tests import in Node. */
const withoutNode: Plugin = {
  name: 'without-node',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^mocha$/ }, () => ({ path: join(root, 'node_modules/mocha/mocha.mjs') }));
    bundle.onResolve({ filter: /^node:assert\/strict$/ }, () => ({ path: 'strict', namespace: 'assert' }));
    bundle.onLoad({ filter: /./, namespace: 'assert' }, () => ({
      contents: `export { strict as default } from 'assert/';`,
      resolveDir: root,
    }));
  },
};

function bundleOf({ name }: EditorSuite): string {
  return `${bundled}/${name}.cjs`;
}

/**
 * Opens a copy of the suite's folder in a browser, with the web extension of this checkout in the browser's own extension
 * host, runs the tests beside it and closes everything.
 */
export async function runInBrowser(host: EditorHost, suite: EditorSuite): Promise<EditorRun> {
  const temporary = await mkdtemp(join(tmpdir(), 'cilium-mesh-lint-web-'));
  const undo = [(): Promise<void> => rm(temporary, { recursive: true, force: true, maxRetries: 5 })];
  try {
    const folder = join(temporary, suite.fixture);
    await cp(join(root, 'test/fixtures/vscode', suite.fixture), folder, { recursive: true });
    const workbench = await startWorkbench(host, {
      dataDir: temporary,
      workspaceTrust: !suite.trusted,
      testDriver: true,
      settings: windowSettings,
    });
    undo.push(() => workbench.stop());
    const files = await serveFolder(root);
    undo.push(() => files.stop());
    const browser = await startBrowser(host);
    undo.push(() => browser.close());
    // The workbench's policy allows what comes from its own origin and from https, as extensions do elsewhere.
    const page = await browser.newPage({ bypassCSP: true });
    await page.addInitScript(withExtensionFrom(files.port, bundleOf(suite)));
    return await resultsOf(
      page,
      workbench.url(join(folder, suite.workspaceFile ?? ''), [['skipWelcome', 'true']]),
    );
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/**
 * A script that adds the extension and its tests to what the page tells its workbench: an editor in a browser takes them
 * from there, not from its address.
 */
function withExtensionFrom(port: number, tests: string): string {
  const at = (path: string) => ({ scheme: 'http', authority: `localhost:${port}`, path });
  const options = { extensions: [at('/')], extensionTestsPath: at(`/${tests}`) };
  return `{
    const original = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = original.call(this, name);
      if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
      return JSON.stringify({ ...JSON.parse(value), developmentOptions: ${JSON.stringify(options)} });
    };
  }`;
}

async function resultsOf(page: Page, url: string): Promise<EditorRun> {
  const results: TestResult[] = [];
  const output = testOutput();
  await page.exposeFunction('codeAutomationLog', (_kind, values) => {
    const line = Array.isArray(values) ? values.join(' ') : String(values);
    if (line.startsWith(resultLine)) results.push(resultFrom(line.slice(resultLine.length)));
    else output.take(values);
  });
  const ended = new Promise<string | undefined>((finish) => {
    const timer = setTimeout(() => finish(`The tests did not end within ${timeout / 1000} s.`), timeout);
    const end = (failure: string | undefined): void => {
      clearTimeout(timer);
      finish(failure);
    };
    page.on('crash', () => end('The page of the editor crashed.'));
    void page.exposeFunction('codeAutomationExit', (code) =>
      end(code === 0 ? undefined : `The tests ended with ${String(code)}.`),
    );
  });
  await page.goto(url);
  const failure = await ended;
  if (failure === undefined) return { results };
  output.explain();
  return { results, failure };
}
