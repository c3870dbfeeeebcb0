import type { Fact } from '../facts/fact.ts';
import type { SourceFile } from '../source/file.ts';
import type { Reader } from '../source/reader.ts';
import { parseYaml } from '../yaml/parse.ts';
import { kubernetesReader } from './kubernetes-reader.ts';
import { workloadReader } from './workload-reader.ts';

/**
 * Manifests that a script applies from a here-document: `kubectl apply -f - <<EOF`, `cat <<EOF | kubectl apply -f -`. They
 * are read like files, but no edit is made there: the shell has its say in them.
 */
export const hereDocumentReader: Reader = {
  kinds: ['script'],
  hints: kubernetesReader.hints,
  read: (file) =>
    applied(file.text).flatMap((span) => {
      const inner = manifestsAt(file, span);
      return [...kubernetesReader.read(inner), ...workloadReader.read(inner)].map(withoutEdits);
    }),
};

interface Body {
  readonly start: number;
  readonly end: number;
}

const begins = /^.*<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1.*$/gm;
const appliesInput = /\b(?:kubectl|oc)\b.*\b(?:apply|create|replace)\b/;

/** The lines of each here-document that goes to kubectl. */
function applied(text: string): readonly Body[] {
  const bodies: Body[] = [];
  let behind = 0;
  for (const { 0: line, 2: delimiter = '', index } of text.matchAll(begins)) {
    if (index < behind) continue;
    const start = index + line.length + 1;
    const length = text.slice(start).search(new RegExp(`^[ \\t]*${delimiter}[ \\t]*\\r?$`, 'm'));
    if (length === -1) continue;
    behind = start + length;
    if (appliesInput.test(line)) bodies.push({ start, end: behind });
  }
  return bodies;
}

/** A file of these lines alone, each where it stands; tabs that only indent the script are white space. */
function manifestsAt(file: SourceFile, { start, end }: Body): SourceFile {
  const blank = (text: string): string => text.replaceAll(/[^\r\n]/g, ' ');
  const body = file.text.slice(start, end).replaceAll(/^\t+/gm, (tabs) => ' '.repeat(tabs.length));
  const text = blank(file.text.slice(0, start)) + body + blank(file.text.slice(end));
  let stream: ReturnType<typeof parseYaml> | undefined;
  return { ...file, kind: 'yaml', text, yaml: () => (stream ??= parseYaml(text)) };
}

function withoutEdits(fact: Fact): Fact {
  return fact.kind === 'mesh-mark' ? { ...fact, inManifest: undefined } : fact;
}
