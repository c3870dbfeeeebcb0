/**
 * Measures the bundled server over stdio, side by side with yaml-language-server on the same files:
 *
 *     npm run bench -- [--runs N] [--json] [--enforce] [--node-flags='--max-semi-space-size=8']
 *
 * `--enforce` exits with 1 where a target is missed. `--node-flags` are tried out on our server alone. Runs of the two
 * servers alternate, so that what else the machine does disturbs both alike. Linux only.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { edit, type EditingRun } from './editing.ts';
import { makeEditingFolder } from './editing-folder.ts';
import { figureOf } from './figures.ts';
import { report } from './report.ts';
import { scan } from './scanning.ts';
import { makeScanningFolder } from './scanning-folder.ts';
import { verdicts, type EditingFigures, type Results } from './targets.ts';

const filesToScan = 10_000;

const { values: flags } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    enforce: { type: 'boolean', default: false },
    'node-flags': { type: 'string', default: '' },
  },
});
const nodeFlags = flags['node-flags'].split(' ').filter((flag) => flag !== '');

if (!existsSync(join(import.meta.dirname, '..', 'dist', 'server.js'))) {
  throw new Error('There is no bundle to measure: run `npm run build` first.');
}
const folder = mkdtempSync(join(tmpdir(), 'mesh-lint-bench-'));
try {
  const editingFolder = join(folder, 'editing');
  const scanningFolder = join(folder, 'scanning');
  mkdirSync(editingFolder);
  mkdirSync(scanningFolder);
  const sources = {
    editing: makeEditingFolder(editingFolder),
    scanning: makeScanningFolder(scanningFolder, filesToScan),
  };
  const results = await measure(editingFolder, scanningFolder, Number(flags.runs));
  console.log(
    flags.json ? JSON.stringify({ sources, results, targets: verdicts(results) }) : report(results, sources),
  );
  if (flags.enforce && verdicts(results).some(({ isMet }) => !isMet)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(editingFolder: string, scanningFolder: string, runs: number): Promise<Results> {
  const ours: EditingRun[] = [];
  const theirs: EditingRun[] = [];
  const scans: Awaited<ReturnType<typeof scan>>[] = [];
  // The first run of each warms the file cache and does not count.
  for (let run = 0; run <= runs; run++) {
    const next = [
      await edit('cilium-mesh-lint', editingFolder, nodeFlags),
      await edit('yaml-language-server', editingFolder),
      await scan(scanningFolder, nodeFlags),
    ] as const;
    if (run === 0) continue;
    ours.push(next[0]);
    theirs.push(next[1]);
    scans.push(next[2]);
  }
  return {
    editing: { ours: figuresOf(ours), theirs: figuresOf(theirs) },
    scanning: {
      answer: figureOf(scans.map(({ answer }) => answer)),
      cpu: figureOf(scans.map(({ cpu }) => cpu)),
      peak: figureOf(scans.map(({ peak }) => peak)),
      files: scans[0]?.files ?? 0,
      parsed: scans[0]?.parsed ?? 0,
      findings: scans[0]?.findings ?? 0,
    },
  };
}

function figuresOf(runs: readonly EditingRun[]): EditingFigures {
  return {
    startUp: figureOf(runs.map(({ startUp }) => startUp)),
    open: figureOf(runs.map(({ open }) => open)),
    edit: figureOf(runs.flatMap(({ edits }) => edits)),
    hover: figureOf(runs.flatMap(({ hovers }) => hovers)),
    cpuPerEdit: figureOf(runs.map(({ cpuPerEdit }) => cpuPerEdit)),
    idle: figureOf(runs.map(({ idle }) => idle)),
    afterEdits: figureOf(runs.map(({ afterEdits }) => afterEdits)),
    peak: figureOf(runs.map(({ peak }) => peak)),
  };
}
