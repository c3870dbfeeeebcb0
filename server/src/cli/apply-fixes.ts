import { URI } from 'vscode-uri';
import { fixAll, type RefusedFix } from '../features/fix-all.ts';
import type { MeshLint } from '../features/mesh-lint.ts';
import { replaceFiles, type WriteProblem } from './replace-files.ts';

/** What became of all preferred fixes. */
export interface AppliedFixes {
  /** URIs of the files that were written. */
  readonly written: readonly string[];
  readonly refused: readonly RefusedFix[];
  readonly problems: readonly WriteProblem[];
}

/**
 * Makes all preferred fixes and writes the files. What cannot be written is left whole, together with every file that
 * a fix ties to it. Afterwards the engine and `texts` hold what stands on disk.
 */
export function applyFixes(lint: MeshLint, texts: Map<string, string>): AppliedFixes {
  const { texts: fixed, groups, refused } = fixAll(lint, (uri) => texts.get(uri));
  const written: string[] = [];
  const problems: WriteProblem[] = [];
  for (const group of groups) {
    const changes = [...group].map((uri) => ({
      uri,
      path: URI.parse(uri).fsPath,
      before: texts.get(uri) ?? '',
      after: fixed.get(uri) ?? '',
    }));
    const problem = replaceFiles(changes);
    if (problem !== undefined) problems.push(problem);
    for (const { uri, before, after } of changes) {
      if (problem === undefined) {
        texts.set(uri, after);
        written.push(uri);
      } else {
        lint.update(uri, before);
      }
    }
  }
  return { written, refused, problems };
}
