import { fencesIn, headingsIn, type Fence, type Heading } from './markdown.ts';

/** The sections of every page, in their order. */
export const pageSections = [
  'What it sees',
  'Why it matters',
  'What to do',
  'Versions',
  'Examples',
  'When it is silent',
  'Sources',
] as const;

/** A small workspace on a page, in which the rule has to speak or to be silent. */
export interface PageExample {
  readonly speaks: boolean;
  /** What the heading says behind `Speaks:` or `Silent:`. */
  readonly title: string;
  /** Name of the file to its text. */
  readonly files: ReadonlyMap<string, string>;
}

/** A page `docs/rules/RULE.md`, so far as tests hold it. */
export interface RulePage {
  /** The first heading. */
  readonly title: string;
  /** The first line below it that is not empty. */
  readonly summary: string;
  /** Headings of the second level. */
  readonly sections: readonly string[];
  readonly examples: readonly PageExample[];
  /** Absolute addresses named in the last section. */
  readonly sources: readonly string[];
  /** What cannot be read as the form wants it, each a sentence with its line. */
  readonly problems: readonly string[];
}

const exampleTitle = /^(?<kind>Speaks|Silent): (?<title>\S.*)$/;

/** Reads a page; never throws, what is amiss stands in `problems`. */
export function readRulePage(text: string): RulePage {
  const lines = text.split('\n');
  const fences = fencesIn(lines);
  const headings = headingsIn(lines, fences);
  const within = (section: string): readonly Heading[] => headingsWithin(headings, section);
  const first = headings.find(({ level }) => level === 1);
  const examples = within('Examples').map((heading, index, all) => {
    const end = all[index + 1]?.line ?? endOf('Examples', headings, lines);
    return exampleOf(
      heading,
      fences.filter(({ line }) => line > heading.line && line < end),
    );
  });
  return {
    title: first?.text ?? '',
    summary: lines.slice((first?.line ?? -1) + 1).find((line) => line !== '') ?? '',
    sections: headings.filter(({ level }) => level === 2).map(({ text: title }) => title),
    examples: examples.flatMap(({ example }) => example ?? []),
    sources: sourcesIn(lines, headings),
    problems: examples.flatMap(({ problems }) => problems),
  };
}

function headingsWithin(headings: readonly Heading[], section: string): readonly Heading[] {
  const start = headings.findIndex(({ level, text }) => level === 2 && text === section);
  const behind = start < 0 ? [] : headings.slice(start + 1);
  const end = behind.findIndex(({ level }) => level <= 2);
  return end < 0 ? behind : behind.slice(0, end);
}

/** The line of the next section, or that behind the last line. */
function endOf(section: string, headings: readonly Heading[], lines: readonly string[]): number {
  const start = headings.findIndex(({ level, text }) => level === 2 && text === section);
  return headings.slice(start + 1).find(({ level }) => level <= 2)?.line ?? lines.length;
}

function exampleOf(
  { text, line }: Heading,
  fences: readonly Fence[],
): { readonly example?: PageExample; readonly problems: readonly string[] } {
  const groups = exampleTitle.exec(text)?.groups;
  if (groups === undefined)
    return { problems: [`Line ${line + 1}: an example is headed "Speaks: …" or "Silent: …".`] };
  const problems = fences
    .filter(({ file }) => file === undefined)
    .map((fence) => `Line ${fence.line + 1}: a fence here needs a language and a file name.`);
  if (fences.length === 0) problems.push(`Line ${line + 1}: the example has no file.`);
  const files = fences.flatMap(({ file, content }) =>
    file === undefined ? [] : [[file, content] satisfies [string, string]],
  );
  const example = {
    speaks: groups['kind'] === 'Speaks',
    title: groups['title'] ?? '',
    files: new Map(files),
  };
  return { example, problems };
}

function sourcesIn(lines: readonly string[], headings: readonly Heading[]): readonly string[] {
  const start = headings.find(({ level, text }) => level === 2 && text === 'Sources');
  if (start === undefined) return [];
  const section = lines.slice(start.line, endOf('Sources', headings, lines)).join('\n');
  return [...section.matchAll(/https:\/\/[^\s)>]+/g)].map(([link]) => link);
}
