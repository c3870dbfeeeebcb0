import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { parse } from 'yaml';
import { temporaryFolder } from './temporary-folder.ts';

/** What a script asked Helm for. */
export interface HelmCall {
  readonly version: string | undefined;
  /** `--set …` and `-f …` as Helm gets them, in their order. */
  readonly flags: readonly string[];
}

/** Stands in for `helm` and `cilium`: keeps its arguments, and what it is given to read. */
const tool = `#!/bin/sh
case "$*" in *install*|*upgrade*|*template*) ;; *) exit 0 ;; esac
for argument in "$@"; do printf '%s\\n' "$argument"; done > "$CALL"
if printf '%s' "$*" | grep -q -- '-f -'; then cat > "$CALL.stdin"; fi
`;
const nothing = '#!/bin/sh\nexit 0\n';

/** Runs a script in a real shell, in a folder with these files, and tells what it asked the last of Helm for. */
export async function runScript(
  test: TestContext,
  script: string,
  files: ReadonlyMap<string, string>,
): Promise<HelmCall> {
  const stubs = { helm: tool, cilium: tool, kubectl: nothing, kind: nothing };
  const folder = temporaryFolder(test, {
    ...Object.fromEntries(files),
    ...Object.fromEntries(Object.entries(stubs).map(([name, text]) => [`.bin/${name}`, text])),
  });
  const call = join(folder, '.call');
  await runShell(`chmod +x .bin/*\nPATH=$PWD/.bin:$PATH\n${script}`, folder, call);
  const args = readFileSync(call, 'utf8').trimEnd().split('\n');
  return { version: versionIn(args), flags: valueFlags(args, folder, call) };
}

function runShell(script: string, cwd: string, call: string): Promise<void> {
  const env = { ...process.env, CALL: call, CONTROL_PLANE: '10.0.0.1' };
  return new Promise((resolve, reject) => {
    execFile('bash', ['-c', script], { cwd, env, timeout: 20_000 }, (error) => {
      if (error === null) resolve();
      else reject(new Error(error.message));
    });
  });
}

function versionIn(args: readonly string[]): string | undefined {
  const joined = args.find((one) => one.startsWith('--version='));
  return joined?.slice('--version='.length) ?? args[args.indexOf('--version') + 1];
}

function valueFlags(args: readonly string[], folder: string, call: string): readonly string[] {
  return args.flatMap((one, index) => {
    const next = args[index + 1] ?? '';
    if (one === '-f') return ['-f', next === '-' ? `${call}.stdin` : join(folder, next)];
    if (one === '--set') return ['--set', next];
    return one.startsWith('--set=') ? [one] : [];
  });
}

/** The script at a path of a YAML file, as the tool that runs it would hand it to a shell; a list is one command. */
export function scriptAt(text: string, path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([name]) => name === key)?.[1]
        : undefined,
    parse(text, { merge: true }),
  );
  const script = Array.isArray(found)
    ? found.map((word) => `'${String(word).replaceAll("'", `'\\''`)}'`).join(' ')
    : String(found);
  return script.replace(/\$?\{\{.*?\}\}|\$\[\[.*?\]\]/g, 'x');
}
