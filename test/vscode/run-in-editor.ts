import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';

import { environment, pathWithThisNode } from '../host/environment.ts';
import type { Editor } from './editor.ts';
import { type EditorRun, reportVariable, resultFrom, suiteVariable, type TestResult } from './report.ts';
import { type EditorSuite, suiteFiles } from './suites.ts';
import { windowSettings } from './window-settings.ts';

const root = join(import.meta.dirname, '../..');
const inside = join(import.meta.dirname, 'inside');
const bundled = join(root, 'out/vscode');

/** Bundles the tests for the extension host, which knows neither TypeScript nor our folders. */
export async function bundleTests(suites: readonly EditorSuite[]): Promise<void> {
  const files = await Promise.all(suites.map((suite) => suiteFiles(suite, 'node')));
  await rm(bundled, { recursive: true, force: true });
  await build({
    absWorkingDir: inside,
    entryPoints: [{ in: 'index.node.ts', out: 'index' }, ...files.flat()],
    outdir: bundled,
    outbase: inside,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** Opens a window with the extension of this checkout, runs the suite in it and closes it. */
export async function runInEditor(editor: Editor, suite: EditorSuite): Promise<EditorRun> {
  const temporary = await mkdtemp(join(tmpdir(), 'cilium-mesh-lint-vscode-'));
  try {
    const folder = join(temporary, suite.fixture);
    await cp(join(root, 'test/fixtures/vscode', suite.fixture), folder, { recursive: true });
    const userData = join(temporary, 'user-data');
    await writeSettings(userData);
    const reportFile = join(temporary, 'report.json');
    const variables = {
      [suiteVariable]: suite.name,
      [reportVariable]: reportFile,
      PATH: pathWithThisNode(),
    };
    const launchArgs = [
      join(folder, suite.workspaceFile ?? ''),
      `--user-data-dir=${userData}`,
      `--extensions-dir=${join(temporary, 'extensions')}`,
    ];
    const run = suite.trusted ? runTrusted : runUntrusted;
    const failure = await run(editor, await extensionsOf(suite), launchArgs, variables);
    const results = await resultsIn(reportFile);
    return failure === undefined ? { results } : { results, failure };
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** As far as the suite got; none if the editor did not even load it. */
async function resultsIn(report: string): Promise<readonly TestResult[]> {
  const text = await readFile(report, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(resultFrom);
}

const extensionTestsPath = join(bundled, 'index.cjs');

/** The folders of the extensions that run in the window. */
async function extensionsOf({ beside }: EditorSuite): Promise<string[]> {
  return beside === undefined ? [root] : [root, await beside()];
}

type Run = (
  editor: Editor,
  extensionDevelopmentPath: string[],
  launchArgs: string[],
  variables: Record<string, string>,
) => Promise<string | undefined>;

const runTrusted: Run = async ({ executable }, extensionDevelopmentPath, launchArgs, variables) => {
  try {
    await runTests({
      extensionDevelopmentPath,
      extensionTestsPath,
      vscodeExecutablePath: executable,
      launchArgs,
      extensionTestsEnv: variables,
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** As `runTests` does, which however trusts every folder. */
const runUntrusted: Run = ({ executable }, extensionDevelopmentPath, launchArgs, variables) => {
  const args = [
    ...launchArgs,
    '--no-sandbox',
    '--disable-updates',
    '--skip-welcome',
    ...extensionDevelopmentPath.map((path) => `--extensionDevelopmentPath=${path}`),
    `--extensionTestsPath=${extensionTestsPath}`,
  ];
  const editor = spawn(executable, args, { env: { ...environment(), ...variables }, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    editor.once('error', reject);
    editor.once('exit', (code) =>
      resolve(code === 0 ? undefined : `${basename(executable)} ended with ${code ?? 'a signal'}`),
    );
  });
};

async function writeSettings(userData: string): Promise<void> {
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User/settings.json'), JSON.stringify(windowSettings));
}
