import type { Completion } from '../../../server/src/features/completion/completion.ts';
import { createMeshLint } from '../../../server/src/features/create-mesh-lint.ts';
import type { Inquiry, Place } from '../../../server/src/features/inquiry.ts';

/** Files of a workspace by path, in the first of which `‸` marks the place that is asked about. */
export type MarkedFiles = readonly [
  marked: readonly [path: string, text: string],
  ...others: readonly (readonly [string, string])[],
];

export interface Asked {
  readonly inquiry: Inquiry;
  readonly place: Place;
  readonly uri: (path: string) => string;
}

/** The engine over these files, and the place that the mark stands for. */
export function asked([[path, marked], ...others]: MarkedFiles): Asked {
  const uri = (name: string): string => `file:///repo/${name}`;
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const lint = createMeshLint();
  for (const [name, content] of others) lint.update(uri(name), content);
  lint.update(uri(path), text);
  return { inquiry: lint.inquiry, place: { uri: uri(path), text, offset }, uri };
}

/** What is offered at the mark, in the order in which an editor shows it. */
export function offered(
  path: string,
  text: string,
  ...others: readonly (readonly [string, string])[]
): readonly Completion[] {
  const { inquiry, place } = asked([[path, text], ...others]);
  return inquiry.completions(place).toSorted((left, right) => left.rank - right.rank);
}

/** The labels of what is offered. */
export function labels(completions: readonly Completion[]): readonly string[] {
  return completions.map(({ label }) => label);
}

/** The text with one of the offers taken; the first of a choice of words. */
export function taken(path: string, text: string, label: string): string {
  const { inquiry, place } = asked([[path, text]]);
  const completion = inquiry.completions(place).find((candidate) => candidate.label === label);
  if (completion === undefined) throw new Error(`${label} is not offered.`);
  const { replace, insert } = completion;
  const newText = insert.map((piece) => (typeof piece === 'string' ? piece : piece.choices[0])).join('');
  return place.text.slice(0, replace.start) + newText + place.text.slice(replace.end);
}
