import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { stableReleases } from '../../server/src/knowledge/releases.ts';
import { refusalBy } from '../../server/src/knowledge/refusals.ts';
import { keyOf } from '../../server/src/knowledge/setting-keys.ts';
import { concepts } from '../../server/src/knowledge/setting-rows.ts';
import { effectiveSetting } from '../../server/src/knowledge/settings.ts';
import { inRange } from '../../server/src/knowledge/version-range.ts';
import { readOf, type Values } from '../unit/knowledge/read-values.ts';

/** What Helm rendered for one changed value: each changed line of `cilium-config` as `[before, after]`. */
type Rendering =
  | { readonly fail: string }
  | { readonly configmap: Readonly<Record<string, readonly [string | null, string | null]>> };

interface Matrix {
  readonly tests: Readonly<Record<string, Values>>;
  readonly singleKey: Readonly<Record<string, Readonly<Record<string, Rendering>>>>;
  readonly patchBoundaries: Readonly<
    Record<string, readonly { readonly from: string; readonly to: string; readonly result: string }[]>
  >;
}

const file = join(import.meta.dirname, '../../../shared/facts/cilium-helm-matrix.json');
const parseMatrix: (text: string) => Matrix = JSON.parse;
const matrix = existsSync(file) ? parseMatrix(readFileSync(file, 'utf8')) : undefined;

/** Failures that the data does not speak of: they depend on the cluster, or on keys of no concern to a mesh. */
const notModelled = new Set(['k8sServiceHost="auto"', 'bgp.enabled=true']);

/** The values behind the names of the patch boundaries. */
const boundaryValues: Readonly<Record<string, Values>> = {
  'tunnel=disabled': { tunnel: 'disabled' },
  'remoteNodeIdentity=true': { remoteNodeIdentity: true },
  'encryption.secretName': { encryption: { secretName: 'keys' } },
  'socketLB.hostNamespaceOnly': { socketLB: { hostNamespaceOnly: true } },
  'hostServices.hostNamespaceOnly': { hostServices: { hostNamespaceOnly: true } },
  'hostServices.enabled': { hostServices: { enabled: true } },
  'KPR=strict': { kubeProxyReplacement: 'strict' },
  'KPR=partial': { kubeProxyReplacement: 'partial' },
  'KPR=probe': { kubeProxyReplacement: 'probe' },
  'KPR=disabled': { kubeProxyReplacement: 'disabled' },
  'KPR=true': { kubeProxyReplacement: 'true' },
  'gatewayAPI(hostns)': { kubeProxyReplacement: true, gatewayAPI: { enabled: true } },
  'cni.exclusive=false': { cni: { exclusive: false } },
};

describe('the data agrees with what Helm was seen to render', { skip: matrix === undefined }, () => {
  const { tests, singleKey, patchBoundaries } = matrix ?? { tests: {}, singleKey: {}, patchBoundaries: {} };

  for (const [name, renderings] of Object.entries(singleKey)) {
    if (notModelled.has(name)) continue;
    it(`for ${name}`, () => {
      for (const [version, rendering] of Object.entries(renderings)) {
        const values = tests[name] ?? {};
        if ('fail' in rendering) assertRefused(version, values, rendering.fail);
        else assertRendered(version, values, rendering.configmap);
      }
    });
  }

  for (const [name, values] of Object.entries(boundaryValues)) {
    it(`for ${name}, patch by patch`, () => {
      const boundaries = patchBoundaries[name] ?? [];
      assert.ok(boundaries.length > 0);
      for (const { from, to, result } of boundaries) {
        for (const version of stableReleases.filter((release) => inRange(release, `>=${from} <=${to}`))) {
          if (result.includes('FAIL')) assertRefused(version, values, result);
          else assertRendered(version, values, changesOf(result));
        }
      }
    });
  }
});

function assertRefused(version: string, values: Values, message: string): void {
  assert.ok(refusalBy('chart', version, readOf(values)), `${version} refuses: ${message}`);
}

function assertRendered(
  version: string,
  values: Values,
  changed: Readonly<Record<string, readonly [string | null, string | null]>>,
): void {
  assert.equal(refusalBy('chart', version, readOf(values)), undefined, version);
  for (const concept of concepts) {
    const change = changed[keyOf(concept, version, 'agent')?.[0] ?? ''];
    if (change === undefined) continue;
    const [before, after] = change;
    if (before !== null) assert.equal(text(version, concept, {}), before, `${version} default`);
    if (after !== null) assert.equal(text(version, concept, values), after, version);
  }
}

function text(version: string, concept: (typeof concepts)[number], values: Values): string {
  const setting = effectiveSetting(concept, version, readOf(values));
  return setting.kind === 'known' ? String(setting.value) : setting.kind;
}

/** Reads `flag:before->after; flag:before->after`; a text that was cut off is read as far as it goes. */
function changesOf(result: string): Readonly<Record<string, readonly [string | null, string | null]>> {
  const changes = result.split('; ').flatMap((part) => {
    const found = /^([a-z0-9-]+):(.*)->(.*)$/.exec(part)?.slice(1) ?? [];
    const [flag, before, after] = found;
    return flag === undefined ? [] : [[flag, [orAbsent(before), orAbsent(after)]] as const];
  });
  return Object.fromEntries(changes);
}

function orAbsent(written: string | undefined): string | null {
  return written === undefined || written === 'None' ? null : written;
}
