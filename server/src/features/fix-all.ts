import type { Finding, Fix } from '../rules/finding.ts';
import { changesOf, type FileChange } from './file-change.ts';
import { fileOf } from './fixes.ts';
import type { MeshLint } from './mesh-lint.ts';

/** A preferred fix that could not be made. */
export interface RefusedFix {
  readonly finding: Finding;
  readonly reason: string;
}

/** What all preferred fixes together make of a workspace. */
export interface FixAll {
  /** The new texts of the files that change. */
  readonly texts: ReadonlyMap<string, string>;
  /** The same files by fixes that span several of them: all of a group is written, or none of it. */
  readonly groups: readonly ReadonlySet<string>[];
  /** How many fixes were made. */
  readonly applied: number;
  readonly refused: readonly RefusedFix[];
}

/**
 * Makes the preferred fixes of all findings, again and again until no new one comes up: a fix may bring to light what
 * it hid. Afterwards the engine holds the new texts. Every fix is made at most once, so this ends.
 *
 * @param readText the text of a file as the engine was given it
 */
export function fixAll(lint: MeshLint, readText: (uri: string) => string | undefined): FixAll {
  const texts = new Map<string, string>();
  const refused = new Map<string, RefusedFix>();
  const made = new Set<string>();
  let groups: readonly ReadonlySet<string>[] = [];
  const currentText = (uri: string): string | undefined => texts.get(uri) ?? readText(uri);

  const make = (changes: readonly FileChange[]): void => {
    for (const { uri, after } of changes) {
      texts.set(uri, after);
      lint.update(uri, after);
    }
    groups = joined(groups, new Set(changes.map(({ uri }) => uri)));
  };

  const round = (): boolean => {
    const touched = new Set<string>();
    for (const { finding, fix } of preferredFixes(lint.findings())) {
      const key = JSON.stringify(fix.steps);
      // What stands in a file that this round has changed is out of date: the next round sees it anew.
      if (made.has(key) || refused.has(key) || fix.steps.some((step) => touched.has(fileOf(step)))) continue;
      const outcome = changesOf(lint, fix, currentText);
      if (!outcome.ok) {
        refused.set(key, { finding, reason: outcome.reason });
        continue;
      }
      make(outcome.changes);
      made.add(key);
      for (const { uri } of outcome.changes) touched.add(uri);
    }
    return touched.size > 0;
  };

  while (round());
  return { texts, groups, applied: made.size, refused: [...refused.values()] };
}

function preferredFixes(
  findings: readonly Finding[],
): readonly { readonly finding: Finding; readonly fix: Fix }[] {
  return findings.flatMap((finding) =>
    finding.fixes.filter(({ preferred }) => preferred).map((fix) => ({ finding, fix })),
  );
}

/** The groups with a new one, which takes in every group that it shares a file with. */
function joined(
  groups: readonly ReadonlySet<string>[],
  added: ReadonlySet<string>,
): readonly ReadonlySet<string>[] {
  const meetsAdded = (group: ReadonlySet<string>): boolean => [...group].some((uri) => added.has(uri));
  const together = groups.filter(meetsAdded).flatMap((group) => [...group]);
  return [...groups.filter((group) => !meetsAdded(group)), new Set([...together, ...added])];
}
