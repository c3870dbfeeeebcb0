import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { createMeshLint } from '../../server/src/features/create-mesh-lint.ts';
import { exclusionsOf } from '../../server/src/files/disk-exclusion.ts';
import { scanFolder } from '../../server/src/files/scan.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { corpusFolder, type TrueWorkspace } from './truth.ts';
import type { ReportedFinding } from './evaluate.ts';

/** A finding of any severity, with its place as the corpus counts. */
export interface LocatedFinding extends ReportedFinding {
  readonly finding: Finding;
}

/** Everything that the engine says of one repository of the corpus, opened as a person would open it. */
export async function lintRepository(truth: TrueWorkspace): Promise<readonly LocatedFinding[]> {
  const root = join(corpusFolder, truth.root);
  const folder = join(root, truth.subdir);
  const meshLint = createMeshLint();
  await scanFolder(
    folder,
    { exclusion: exclusionsOf(folder, []), signal: new AbortController().signal },
    ({ uri, text }) => {
      meshLint.update(uri, text);
    },
  );
  const prefix = `${URI.file(root).path}/`;
  return meshLint.findings().map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    file: URI.parse(finding.at.uri).path.slice(prefix.length),
    line: meshLint.positionAt(finding.at.uri, finding.at.span.start).line + 1,
    finding,
  }));
}

/** Whether a finding counts against precision: warnings and errors interrupt people, the rest does not. */
export function interrupts({ severity }: ReportedFinding): boolean {
  return severity === 'error' || severity === 'warning';
}
