import type { ChartPodsFact } from '../facts/chart-pods.ts';
import type { Reader } from '../source/reader.ts';
import { ownText } from '../yaml/own-text.ts';

/**
 * Reads in which namespaces Flux and Argo CD install charts, whatever the charts are: pods of theirs may take part in a mesh
 * where everybody that files show stays out. There are many such files, so they are read without a parser; what is written
 * in an unusual way is passed over.
 */
export const chartPodsReader: Reader = {
  kinds: ['yaml'],
  hints: ['kind: HelmRelease', 'kind: Application'],
  isTextual: true,
  read: ({ text }) => {
    const starts = [0, ...[...text.matchAll(/^---.*$/gm)].map(({ index }) => index)];
    return starts.flatMap((start, at) => {
      const end = starts[at + 1] ?? text.length;
      return chartPodsIn(text.slice(start, end), { start, end });
    });
  },
};

function chartPodsIn(document: string, span: ChartPodsFact['span']): readonly ChartPodsFact[] {
  const kind = /^kind: (HelmRelease|Application)[ \t]*\r?$/m.exec(document)?.[1];
  const metadata = blockOf('metadata', document);
  const name = valueOf('name', metadata);
  const namespace =
    kind === 'HelmRelease'
      ? (valueOf('targetNamespace', blockOf('spec', document)) ?? valueOf('namespace', metadata))
      : destinationOf(document);
  if (kind === undefined || name === undefined || namespace === undefined) return [];
  return [{ kind: 'chart-pods', name: `${kind} ${name}`, namespace, span }];
}

/** Of an Application only if it installs a chart: manifests of a folder are read for themselves. */
function destinationOf(document: string): string | undefined {
  const isChart = /^[ -]+(?:chart|helm):/m.test(document);
  const block = /^ {2}destination:[ \t]*\r?\n((?: {3,}.*(?:\n|$))+)/m.exec(document)?.[1];
  return isChart && block !== undefined
    ? ownGroup(/^ +namespace:[ \t]*["']?([\w-]+)["']?[ \t]*(?:#.*)?\r?$/m.exec(block))
    : undefined;
}

function ownGroup(match: RegExpExecArray | null): string | undefined {
  return match?.[1] === undefined ? undefined : ownText(match[1]);
}

/** The lines below a key of the document's root. */
function blockOf(key: string, document: string): string {
  return (
    new RegExp(`^${key}:[ \\t]*\\r?\\n((?:(?:[ \\t].*|[ \\t]*#.*|\\r?)(?:\\n|$))+)`, 'm').exec(
      document,
    )?.[1] ?? ''
  );
}

/** A plain value of a key at the usual indentation. */
function valueOf(key: string, block: string): string | undefined {
  return ownGroup(new RegExp(`^ {2}${key}:[ \\t]*["']?([\\w.-]+)["']?[ \\t]*(?:#.*)?\\r?$`, 'm').exec(block));
}
