import type { Span } from '../yaml/node.ts';
import { ownText } from '../yaml/own-text.ts';

/** What stands at the outermost keys of a manifest that is written in the ordinary way. */
export interface PlainManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  /** The value of the name, with its quotes. */
  readonly nameSpan: Span | undefined;
  /** The text of the document. */
  readonly text: string;
  readonly span: Span;
}

/**
 * The manifests of a text, read line by line without a parser, which costs a small part of parsing. Absent where a document
 * is not written in the ordinary way, in block style and without templates: then only a parser can tell.
 */
export function plainManifests(text: string): readonly PlainManifest[] | undefined {
  if (beyondOrdinary.test(text)) return undefined;
  const manifests: PlainManifest[] = [];
  for (const { body, start } of documentsOf(text)) {
    if (!/^[ \t]*[^\s#]/m.test(body)) continue;
    const manifest = readManifest(body, start);
    if (manifest === undefined) return undefined;
    manifests.push(manifest);
  }
  return manifests;
}

/** Templates, maps in flow style that are not empty, tabs, and lines that begin with an anchor, `?` or a list in flow style. */
const beyondOrdinary = /\{(?!\s*\})|^\t|^[ ]*[&?[]/m;

interface Part {
  readonly body: string;
  readonly start: number;
}

function documentsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const separator of text.matchAll(/^---(?:[ \t].*)?$/gm)) {
    parts.push({ body: text.slice(start, separator.index), start });
    start = separator.index + separator[0].length;
  }
  return [...parts, { body: text.slice(start), start }];
}

const plainValue = String.raw`[ \t]*(?:"([\w./-]+)"|'([\w./-]+)'|([\w./-]+))[ \t]*(?:#.*)?\r?$`;
const outermost = (key: string): RegExp => new RegExp(`^${key}:${plainValue}`, 'm');
const inMetadata = (key: string): RegExp => new RegExp(`^( +)${key}:${plainValue}`, 'm');
const [apiVersionLine, kindLine] = [outermost('apiVersion'), outermost('kind')];
const [nameLine, namespaceLine] = [inMetadata('name'), inMetadata('namespace')];

function readManifest(body: string, start: number): PlainManifest | undefined {
  const apiVersion = valueIn(apiVersionLine.exec(body));
  const kind = valueIn(kindLine.exec(body));
  const block = metadataBlock.exec(body);
  const metadata = block?.[1];
  if (apiVersion === undefined || kind === undefined || metadata === undefined) return undefined;
  const indentation = indentationOf(metadata);
  const own = atIndentation(metadata, indentation);
  const name = valueIn(nameLine.exec(own)?.slice(1) ?? null);
  const namespace = valueIn(namespaceLine.exec(own)?.slice(1) ?? null);
  const isSpecial =
    (name === undefined && /^ +name:/m.test(own)) || (namespace === undefined && /^ +namespace:/m.test(own));
  if (isSpecial) return undefined;
  const metadataStart = start + (block?.index ?? 0) + (block?.[0].length ?? 0) - metadata.length;
  return {
    apiVersion,
    kind,
    name,
    namespace,
    nameSpan: name === undefined ? undefined : spanOfName(metadata, indentation, metadataStart),
    text: body,
    span: { start, end: start + body.length },
  };
}

const metadataBlock = /^metadata:[ \t]*(?:#.*)?\r?\n((?:(?:[ \t].*|[ \t]*#.*|)(?:\r?\n|$))*)/m;

function spanOfName(metadata: string, indentation: number, offset: number): Span | undefined {
  const line = new RegExp(`^ {${indentation}}name:[ \\t]*("[^"]*"|'[^']*'|[\\w./-]+)`, 'm').exec(metadata);
  if (line === null) return undefined;
  const end = offset + line.index + line[0].length;
  return { start: end - (line[1]?.length ?? 0), end };
}

function valueIn(match: readonly (string | undefined)[] | null): string | undefined {
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? undefined : ownText(value);
}

/** That of the first key of a block. */
function indentationOf(block: string): number {
  return /^ +(?=[^\s#])/m.exec(block)?.[0].length ?? 0;
}

/** The lines of a block that are no deeper than its first key: those of its own keys. */
function atIndentation(block: string, indentation: number): string {
  return block
    .split('\n')
    .filter((line) => /^ */.exec(line)?.[0].length === indentation)
    .join('\n');
}
