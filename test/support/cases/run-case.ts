import { fixAll } from '../../../server/src/features/fix-all.ts';
import type { MeshLint } from '../../../server/src/features/mesh-lint.ts';
import type { Finding } from '../../../server/src/rules/finding.ts';
import { lineStartsOf, positionAt } from '../../../server/src/workspace/positions.ts';
import { sentencesIn } from '../sentences.ts';
import { differences, type FoundFinding, type WantedFinding } from './compare.ts';
import { expectationsIn } from './expectation.ts';
import type { CaseFolder } from './read-case.ts';

/** What came of a case. */
export interface CaseOutcome {
  /** Differences between wanted and found, as text; empty where there are none. */
  readonly findings: string;
  /** The texts of all files that the preferred fixes changed, by name. */
  readonly fixed: ReadonlyMap<string, string>;
  /** Preferred fixes that are still on offer after all of them were made, as text; empty where there are none. */
  readonly remaining: string;
  /** Messages of findings that are not formed as all should be; empty where there are none. */
  readonly malformed: string;
}

/** Lints a case as a workspace of its own with a fresh engine, compares, and makes all preferred fixes. */
export function runCase(folder: CaseFolder, createLint: () => MeshLint): CaseOutcome {
  const lint = createLint();
  for (const [file, text] of folder.files) lint.update(uriOf(file), text);
  const all = lint.findings();
  const findings = differences(
    wantedIn(folder),
    all.map((finding) => found(finding, folder.files)),
  );
  const malformed = all.filter((finding) => !isWellFormed(finding)).map(({ message }) => message);

  const { texts } = fixAll(lint, (uri) => folder.files.get(fileOf(uri)));
  const fixed = new Map([...texts].map(([uri, text]) => [fileOf(uri), text]));
  const remaining = lint.findings().filter((finding) => isStillMendable(finding, folder));
  return {
    findings,
    fixed,
    remaining: remaining.map(({ at, message }) => `${fileOf(at.uri)}: ${message}`).join('\n'),
    malformed: malformed.join('\n'),
  };
}

/**
 * A message has at most three sentences, every fix a title and something to do, at most one is preferred, and no evidence is
 * without words.
 */
function isWellFormed({ message, fixes, related }: Finding): boolean {
  return (
    message !== '' &&
    sentencesIn(message) <= 3 &&
    fixes.every(({ title, steps }) => title !== '' && steps.length > 0) &&
    fixes.filter(({ preferred }) => preferred).length <= 1 &&
    related.every((place) => place.message !== '')
  );
}

function wantedIn(folder: CaseFolder): readonly WantedFinding[] {
  return [...folder.files].flatMap(([file, text]) =>
    expectationsIn(text).map((expectation) => ({ file, expectation })),
  );
}

/** A fixed text that equals its source says that the fix must refuse, so there the finding may stay. */
function isStillMendable(finding: Finding, { files, fixed }: CaseFolder): boolean {
  const file = fileOf(finding.at.uri);
  return finding.fixes.some(({ preferred }) => preferred) && fixed.get(file) !== files.get(file);
}

function found(finding: Finding, files: ReadonlyMap<string, string>): FoundFinding {
  const placeIn = (uri: string, offset: number) =>
    positionAt(lineStartsOf(files.get(fileOf(uri)) ?? ''), offset);
  const { at, related, severity, rule, message } = finding;
  return {
    file: fileOf(at.uri),
    start: placeIn(at.uri, at.span.start),
    end: placeIn(at.uri, at.span.end),
    severity,
    rule,
    message,
    related: related.map((place) => ({
      file: fileOf(place.at.uri),
      line: placeIn(place.at.uri, place.at.span.start).line + 1,
      message: place.message,
    })),
  };
}

const root = 'file:///workspace/';

function uriOf(file: string): string {
  return root + file.split('/').map(encodeURIComponent).join('/');
}

function fileOf(uri: string): string {
  return decodeURIComponent(uri.slice(root.length));
}
