import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownReleases, minorOf, stableReleases } from '../../../server/src/knowledge/releases.ts';
import { inRange, type CiliumVersion } from '../../../server/src/knowledge/version-range.ts';
import { describeVersions } from '../../../server/src/knowledge/versions.ts';

/** Versions in a row that no row of the data tells apart; from old to new. */
export type VersionSpan = readonly CiliumVersion[];

const data = join(import.meta.dirname, '../../../schemas/cilium');

/** All known versions in spans: one for a minor whose patches are alike, several where they differ. */
export function versionSpans(): readonly VersionSpan[] {
  const ranges = [...new Set(globSync('*.json', { cwd: data }).flatMap(rangesIn))];
  const signatureOf = (version: CiliumVersion): string =>
    [minorOf(version), ...ranges.filter((range) => inRange(version, range))].join(' ');
  const spans: CiliumVersion[][] = [];
  let previous: string | undefined;
  for (const version of knownReleases) {
    const signature = signatureOf(version);
    if (signature === previous) spans.at(-1)?.push(version);
    else spans.push([version]);
    previous = signature;
  }
  return spans;
}

/** Every text below a property `versions`, and every first version of a key, in a data file. */
function rangesIn(file: string): readonly string[] {
  const ranges: string[] = [];
  JSON.parse(readFileSync(join(data, file), 'utf8'), (key, value: unknown) => {
    if (key === 'versions' && typeof value === 'string') ranges.push(value);
    if (key === 'version' && typeof value === 'string') ranges.push(`>=${value}`);
    return value;
  });
  return file.endsWith('.schema.json') ? [] : ranges;
}

/** The version that answers for a span: its newest. */
export function newestOf(span: VersionSpan): CiliumVersion {
  return span.at(-1) ?? '';
}

/** Neighbouring spans whose answers are the same, as one, in words (`1.10.5 to 1.11`); the newest first. */
export function joinedSpans<Answer>(
  answers: readonly { readonly span: VersionSpan; readonly answer: Answer }[],
): readonly { readonly versions: string; readonly answer: Answer }[] {
  const joined: { span: CiliumVersion[]; readonly answer: Answer }[] = [];
  for (const { span, answer } of answers) {
    const last = joined.at(-1);
    if (last !== undefined && JSON.stringify(last.answer) === JSON.stringify(answer)) last.span.push(...span);
    else joined.push({ span: [...span], answer });
  }
  return joined.reverse().map(({ span, answer }) => ({ versions: inWords(span), answer }));
}

/** `1.14 and later` where nothing newer is known. */
function inWords(span: VersionSpan): string {
  const { length } = span;
  if (length > 1 && span.at(-1) === knownReleases.at(-1)) {
    const stable = span.filter((version) => stableReleases.includes(version));
    return `${describeVersions({ versions: stable }).split(' ')[0]?.replace(/\.0$/, '') ?? ''} and later`;
  }
  return describeVersions({ versions: span }).replace(/^(\d+\.\d+)(\.\d+) to \1$/, '$1$2 and later patches');
}
