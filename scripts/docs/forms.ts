/**
 * Writes docs/forms.md: every form of delivery before and after its fix, made from the cases by the engine itself.
 * `node scripts/docs/forms.ts`. A test fails when the page is out of date.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { createMeshLint } from '../../server/src/features/create-mesh-lint.ts';
import { fileOf } from '../../server/src/features/fixes.ts';
import type { CarrierName } from '../../server/src/facts/settings.ts';
import { carriers } from '../../server/src/carriers/registry.ts';
import { readCases, type CaseFolder } from '../../test/support/cases/read-case.ts';
import { formTitles } from './form-titles.ts';

const root = join(import.meta.dirname, '../..');
const target = join(root, 'docs/forms.md');

/** A file of a case, before and after the preferred fix that one form writes. */
interface Example {
  readonly caseName: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** The whole page. */
export function formsPage(): string {
  const sections = carriers.flatMap(({ name }) => {
    const example = examples().get(name);
    return example === undefined ? [] : [section(name, example)];
  });
  return [introduction, ...sections].join('\n');
}

/** Forms that are read but never written: their fix is told in words. */
const readOnly: readonly CarrierName[] = ['terraform'];

/** The forms whose fix no case shows, although there is one. */
export function formsWithoutExample(): readonly CarrierName[] {
  return carriers.map(({ name }) => name).filter((name) => !readOnly.includes(name) && !examples().has(name));
}

const introduction = `# Forms in which settings are delivered

Cilium's settings are read, and mended, in each of these forms. What follows is made from the cases under \`test/cases/\` by
\`node scripts/docs/forms.ts\`: a file as it was found, with the lines that the preferred fix adds and takes away.
`;

let found: ReadonlyMap<string, Example> | undefined;

/** The example of each form: the shortest, so that the page can be read; of equals the first by name. */
function examples(): ReadonlyMap<string, Example> {
  if (found !== undefined) return found;
  const shortest = new Map<string, Example>();
  for (const folder of readCases(join(root, 'test/cases')).filter(({ fixed }) => fixed.size > 0)) {
    for (const [carrier, example] of examplesIn(folder)) {
      const known = shortest.get(carrier);
      if (known === undefined || isShorter(example, known)) shortest.set(carrier, example);
    }
  }
  found = shortest;
  return shortest;
}

function isShorter(one: Example, other: Example): boolean {
  const difference = one.before.length - other.before.length;
  return difference < 0 || (difference === 0 && one.caseName < other.caseName);
}

function examplesIn(folder: CaseFolder): readonly (readonly [string, Example])[] {
  const lint = createMeshLint();
  for (const [file, text] of folder.files) lint.update(uriOf(file), text);
  const steps = lint
    .findings()
    .flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred))
    .flatMap((fix) => fix.steps);
  return steps.flatMap((step) => {
    if (!('layer' in step)) return [];
    const file = decodeURIComponent(fileOf(step).slice('file:///'.length));
    const before = folder.files.get(file);
    const after = folder.fixed.get(file);
    if (before === undefined || after === undefined || before === after) return [];
    const example = {
      caseName: folder.name,
      file,
      before: withoutExpectations(before),
      after: withoutExpectations(after),
    };
    return [[step.layer.carrier, example]];
  });
}

function section(name: CarrierName, { caseName, file, before, after }: Example): string {
  const patch = createTwoFilesPatch(file, file, before, after, '', '', { context: 1000 });
  const lines = patch
    .split('\n')
    .slice(5)
    .filter((line) => !line.startsWith('\\'));
  const link = `[${basename(caseName)}](../test/cases/${caseName})`;
  return `## ${formTitles[name]}\n\n\`${file}\`, from the case ${link}:\n\n\`\`\`diff\n${lines.join('\n').trimEnd()}\n\`\`\`\n`;
}

/** The marks by which cases say what they expect are no part of the example. */
function withoutExpectations(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:#|\/\/)\s*\^+>?\s+(?:error|warning|information|hint)\b/.test(line))
    .join('\n');
}

function uriOf(file: string): string {
  return `file:///${file.split('/').map(encodeURIComponent).join('/')}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(target, formsPage());
