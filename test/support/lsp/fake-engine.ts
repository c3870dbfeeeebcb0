import { fakeInquiry } from '../fake-inquiry.ts';
import { fileOf } from '../../../server/src/features/fixes.ts';
import type { MeshLint } from '../../../server/src/features/mesh-lint.ts';
import type { Finding, Fix, FixStep } from '../../../server/src/rules/finding.ts';
import { lineStartsOf, positionAt } from '../../../server/src/workspace/positions.ts';

function documentOf(step: FixStep | undefined): number {
  return step !== undefined && 'layer' in step ? step.layer.address.document : 0;
}

/**
 * An engine for tests of the server alone. `BYPASS` in a file is a finding as long as some file says `MESH`; its fix
 * writes `CURED` instead. `BYPASS?` has a fix that cannot be made. `THROW` makes reading fail.
 */
export function createFakeEngine(): MeshLint {
  const texts = new Map<string, string>();
  let reads = 0;

  const findings = (): readonly Finding[] => {
    const mesh = [...texts].find(([, text]) => text.includes('MESH'));
    if (mesh === undefined) return [];
    return [...texts].sort().flatMap(([uri, text]) =>
      [...text.matchAll(/BYPASS\??/g)].map(({ index: start, 0: word }): Finding => {
        const meshStart = mesh[1].indexOf('MESH');
        return {
          rule: 'socket-lb-bypasses-mesh',
          severity: 'error',
          message: `${word} meets a mesh.`,
          at: { uri, span: { start, end: start + word.length } },
          related: [
            { at: { uri: mesh[0], span: { start: meshStart, end: meshStart + 4 } }, message: 'The mesh.' },
          ],
          fixes: [fixOf(uri, word, [...text.slice(0, start).matchAll(/BYPASS/g)].length)],
        };
      }),
    );
  };

  return {
    update: (uri, text) => {
      if (text.includes('THROW')) throw new Error('a reader failed');
      reads++;
      texts.set(uri, text);
      return true;
    },
    remove: (uri) => texts.delete(uri),
    prepare: function* () {
      yield;
      findings();
    },
    findings,
    findingsIn: (uri) => findings().filter(({ at }) => at.uri === uri),
    positionAt: (uri, offset) => positionAt(lineStartsOf(texts.get(uri) ?? ''), offset),
    editsOf: ({ title, steps: [step] }, readText) => {
      const uri = step === undefined ? '' : fileOf(step);
      const text = readText(uri);
      if (text === undefined || title === 'Impossible') return { ok: false, reason: 'It cannot be done.' };
      const start = [...text.matchAll(/BYPASS/g)][documentOf(step)]?.index ?? 0;
      return { ok: true, files: [{ uri, edits: [{ span: { start, end: start + 6 }, newText: 'CURED' }] }] };
    },
    inquiry: {
      ...fakeInquiry,
      hover: ({ uri, offset }) => {
        const start = (texts.get(uri) ?? '').indexOf('BYPASS');
        return start <= offset && offset <= start + 6
          ? { markdown: '**Bypass**', start, end: start + 6 }
          : undefined;
      },
    },
    overview: () => ({ clusters: [] }),
    workloads: () => ({ clusters: [] }),
    statistics: () => ({ files: texts.size, read: texts.size, reads }),
  };
}

/** The n-th cure of a file, or one that cannot be done. */
function fixOf(uri: string, word: string, nth: number): Fix {
  return {
    title: word === 'BYPASS?' ? 'Impossible' : 'Cure',
    preferred: true,
    steps: [
      {
        op: 'set',
        path: [],
        value: true,
        layer: { uri, carrier: 'values-file', address: { document: nth, path: [] } },
      },
    ],
  };
}
