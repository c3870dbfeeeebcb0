import { fakeInquiry } from './fake-inquiry.ts';
import type { FixOutcome, MeshLint } from '../../server/src/features/mesh-lint.ts';
import type { Finding, Fix } from '../../server/src/rules/finding.ts';

/** What a fake engine thinks of the texts it was given. */
export interface FakeBrain {
  readonly findings: (texts: ReadonlyMap<string, string>) => readonly Finding[];
  readonly editsOf?: (fix: Fix, readText: (uri: string) => string | undefined) => FixOutcome;
}

/** An engine without rules, for tests of what stands around the real one. */
export function fakeLint(brain: FakeBrain): MeshLint {
  const texts = new Map<string, string>();
  const findings = (): readonly Finding[] => brain.findings(texts);
  return {
    update: (uri, text) => {
      texts.set(uri, text);
      return true;
    },
    remove: (uri) => texts.delete(uri),
    prepare: () => [],
    findings,
    findingsIn: (uri) => findings().filter(({ at }) => at.uri === uri),
    positionAt: (_uri, offset) => ({ line: 0, character: offset }),
    editsOf: (fix, readText) => brain.editsOf?.(fix, readText) ?? { ok: false, reason: 'No edit was told.' },
    inquiry: fakeInquiry,
    overview: () => ({ clusters: [] }),
    workloads: () => ({ clusters: [] }),
    statistics: () => ({ files: texts.size, read: texts.size, reads: texts.size }),
  };
}

/** A finding on a range of a file, without evidence and fixes unless given. */
export function fakeFinding(
  uri: string,
  start: number,
  end: number,
  more: Partial<Omit<Finding, 'at' | 'rule'>> = {},
): Finding {
  return {
    rule: 'socket-lb-bypasses-mesh',
    severity: 'error',
    message: 'Something is wrong.',
    at: { uri, span: { start, end } },
    related: [],
    fixes: [],
    ...more,
  };
}

/** A preferred fix that sets a key named `to` in each of these files. */
export function fakeFix(to: string, uris: readonly string[], preferred = true): Fix {
  return {
    title: `Set ${to}`,
    preferred,
    steps: uris.map((uri) => ({
      op: 'set',
      layer: { uri, carrier: 'values-file', address: { document: 0, path: [] } },
      path: [to],
      value: true,
    })),
  };
}
