import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { existsIn } from '../../../server/src/knowledge/keys.ts';
import { valuesOf } from '../../../server/src/knowledge/key-values.ts';
import { knownGoodBlocks } from '../../../server/src/knowledge/known-good.ts';
import { knownMarks, markWords } from '../../../server/src/knowledge/marks.ts';
import { signalPlaces, signalsAt } from '../../../server/src/knowledge/meshes.ts';
import { refusalOf } from '../../../server/src/knowledge/refusals.ts';
import { concepts } from '../../../server/src/knowledge/setting-rows.ts';
import { inRange } from '../../../server/src/knowledge/version-range.ts';
import { allVersions } from '../../../server/src/knowledge/versions.ts';
import { rules } from '../../../server/src/rules/catalogue.ts';
import explanations from '../../../schemas/cilium/explanations.json' with { type: 'json' };
import keyValues from '../../../schemas/cilium/key-values.json' with { type: 'json' };
import knownGood from '../../../schemas/mesh/known-good.json' with { type: 'json' };
import marks from '../../../schemas/mesh/marks.json' with { type: 'json' };
import policyFields from '../../../schemas/cilium/policy-fields.json' with { type: 'json' };

describe('valuesOf', () => {
  it('goes by the version', () => {
    assert.deepEqual(valuesOf(['kubeProxyReplacement'], '1.13.18'), ['strict', 'partial', 'disabled']);
    assert.deepEqual(valuesOf(['kubeProxyReplacement'], '1.16.0'), [true, false]);
    assert.deepEqual(valuesOf(['encryption', 'type'], '1.18.0'), ['wireguard', 'ipsec']);
    assert.deepEqual(valuesOf(['encryption', 'type'], '1.30.0'), ['wireguard', 'ipsec', 'ztunnel']);
  });

  it('offers what is not the default first', () => {
    assert.deepEqual(valuesOf(['cni', 'exclusive'], '1.16.0'), [false, true]);
    assert.deepEqual(valuesOf(['socketLB', 'enabled'], '1.16.0'), [true, false]);
    assert.deepEqual(valuesOf(['socketLB', 'hostNamespaceOnly'], '1.16.0'), [true, false]);
  });

  it('has nothing for texts, maps, and keys that the version does not know', () => {
    assert.deepEqual(valuesOf(['k8sServiceHost'], '1.16.0'), []);
    assert.deepEqual(valuesOf(['socketLB'], '1.16.0'), []);
    assert.deepEqual(valuesOf(['routingMode'], '1.13.0'), []);
  });

  it('offers nothing that the version refuses, and only for keys that it has', () => {
    for (const { paths, versions, values } of keyValues.rows) {
      for (const version of allVersions.versions.filter((one) => inRange(one, versions))) {
        for (const path of paths) {
          assert.ok(existsIn(path, version), `${path.join('.')} ${version}`);
          for (const value of values) {
            const refusal = refusalOf(version, (asked, dialect) =>
              dialect === 'helm' && asked.join('.') === path.join('.')
                ? { kind: 'known', value }
                : { kind: 'unknown' },
            );
            assert.equal(refusal, undefined, `${path.join('.')}: ${String(value)} ${version}`);
          }
        }
      }
    }
  });
});

describe('knownGoodBlocks', () => {
  it('has the keys of the version', () => {
    const paths = (version: string): readonly string[] =>
      knownGoodBlocks(version)
        .flatMap(({ settings }) => settings)
        .map(({ path }) => path.join('.'));
    assert.ok(paths('1.16.0').includes('socketLB.hostNamespaceOnly'));
    assert.ok(paths('1.11.0').includes('hostServices.hostNamespaceOnly'));
    assert.ok(!paths('1.11.0').includes('socketLB.hostNamespaceOnly'));
    for (const version of allVersions.versions) {
      for (const path of paths(version)) assert.ok(existsIn(path.split('.'), version), `${path} ${version}`);
    }
  });

  it('names concepts by their names', () => {
    const names = new Set<string>(concepts);
    for (const { settings } of knownGood.blocks) {
      for (const { concept } of settings) assert.ok(names.has(concept), concept);
    }
  });
});

describe('knownMarks', () => {
  it('offers what decides something, with words for it', () => {
    for (const place of signalPlaces) {
      for (const { key, values, names } of knownMarks(place)) {
        assert.notEqual(markWords(key), undefined, key);
        for (const value of names === 'waypoint' ? [] : values) {
          assert.ok(signalsAt(place, key, value).length > 0, `${place} ${key} ${value}`);
        }
      }
    }
  });
});

describe('the rules that explanations name', () => {
  it('exist', () => {
    const named = [
      ...explanations.explanations.flatMap(({ rules = [] }) => rules),
      ...marks.marks.flatMap(({ rules }) => rules),
      ...policyFields.fields.flatMap(({ rules = [] }) => rules),
    ];
    const known = new Set<string>(rules.map(({ name }) => name));
    for (const name of named) assert.ok(known.has(name), name);
  });
});
