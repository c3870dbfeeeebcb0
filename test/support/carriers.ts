import assert from 'node:assert/strict';
import type { Carrier } from '../../server/src/carriers/carrier.ts';
import { applyEdits, type Change } from '../../server/src/edits/edit.ts';
import type { DeploymentFact, Named } from '../../server/src/facts/deployment.ts';
import type { KeyPath, SettingsLayer } from '../../server/src/facts/settings.ts';
import { factsIn } from './read.ts';

/** The deployments that a carrier finds in a file. */
export function deploymentsIn(carrier: Carrier, text: string): readonly DeploymentFact[] {
  return factsIn(carrier, text).filter((fact) => fact.kind === 'deployment');
}

/** The layers that a carrier finds in a file. */
export function layersIn(carrier: Carrier, text: string): readonly SettingsLayer[] {
  return factsIn(carrier, text).filter((fact) => fact.kind === 'settings');
}

/** Where a deployment takes values from, in short: `file a.yaml`, `own spec.source.helm.values`, `unknown`. */
export function sourcesInShort({ values }: DeploymentFact): readonly string[] {
  return values.map((source) => {
    switch (source.kind) {
      case 'file':
        return `${source.optionalBeside === undefined ? 'file' : 'optional file'} ${source.path}`;
      case 'own-layer':
        return `own ${source.address.path.join('.')}`;
      case 'object':
        return `object ${source.name}`;
      case 'unknown':
        return 'unknown';
    }
  });
}

/** A named text, `?` for one that the file does not tell. */
export function nameInShort(named: Named | undefined): string | undefined {
  return named?.kind === 'unknown' ? '?' : named?.text;
}

/** The known scalars of a layer by their dotted key; `?` for unknown ones. */
export function scalarsOf({ settings }: SettingsLayer): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    settings.flatMap(({ path, value }) => {
      if (value.kind === 'map') return [];
      const shown =
        value.kind === 'known' ? value.value : value.kind === 'unknown' ? '?' : value.items.length;
      return [[path.join('.'), shown]];
    }),
  );
}

/** The text after a carrier's write, or why there is none. */
export function written(carrier: Carrier, text: string, path: KeyPath, change: Change): string {
  const result = carrier.write(text, { document: 0, path }, change);
  return result.ok ? applyEdits(text, result.edits) : result.reason;
}

/** Asserts that a write changes exactly these lines: those with `-` go, those with `+` come, in order. */
export function assertLines(before: string, after: string, expected: readonly string[]): void {
  const old = before.split('\n');
  const now = after.split('\n');
  const gone = old.filter((line) => !now.includes(line)).map((line) => `-${line}`);
  const come = now.filter((line) => !old.includes(line)).map((line) => `+${line}`);
  assert.deepEqual([...gone, ...come], expected);
}
