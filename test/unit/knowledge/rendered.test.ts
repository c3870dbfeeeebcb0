import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { deprecationOf } from '../../../server/src/knowledge/deprecated.ts';
import { existsEver, existsIn } from '../../../server/src/knowledge/keys.ts';
import { flagsOf, keysRenderedAs, renderedBy } from '../../../server/src/knowledge/rendered.ts';
import { allVersions } from '../../../server/src/knowledge/versions.ts';
import data from '../../../schemas/cilium/rendered.json' with { type: 'json' };

describe('flagsOf', () => {
  it('follows a key whose flag changed its name', () => {
    assert.deepEqual(flagsOf(['loadBalancer', 'mode'], '1.9.18'), ['node-port-mode']);
    assert.deepEqual(flagsOf(['loadBalancer', 'mode'], '1.18.0'), ['bpf-lb-mode']);
  });

  it('tells the flags of several versions apart', () => {
    const path = ['socketLB', 'hostNamespaceOnly'];
    assert.deepEqual(flagsOf(path, '1.11.20'), []);
    assert.deepEqual(flagsOf(path, '1.12.0'), ['bpf-lb-sock-hostns-only']);
    assert.deepEqual(flagsOf(path, '1.30.0'), ['bpf-lb-sock-hostns-only']);
    assert.deepEqual(flagsOf(['bpf', 'hostRouting'], '1.13.0'), []);
    assert.deepEqual(flagsOf(['podLabels'], '1.16.0'), []);
  });

  it('finds the keys of a flag', () => {
    assert.deepEqual(keysRenderedAs('bpf-lb-sock', '1.16.0'), [['socketLB', 'enabled']]);
    assert.deepEqual(keysRenderedAs('no-such-flag', '1.16.0'), []);
  });

  it('speaks of keys of the chart only', () => {
    for (const path of Object.keys(data.flags)) assert.ok(existsEver(path.split('.')), path);
  });
});

describe('renderedBy', () => {
  it('says what Helm rendered for a value', () => {
    assert.deepEqual(renderedBy(['socketLB', 'hostNamespaceOnly'], true, '1.16.3'), [
      { flag: 'bpf-lb-sock-hostns-only', value: 'true' },
    ]);
    assert.ok(
      renderedBy(['cni', 'chainingMode'], 'generic-veth', '1.14.0')?.some(
        ({ flag, value }) => flag === 'dnsproxy-enable-transparent-mode' && value === undefined,
      ),
    );
  });

  it('knows what was tried, and nothing else', () => {
    assert.equal(renderedBy(['socketLB', 'hostNamespaceOnly'], 'maybe', '1.16.3'), undefined);
    assert.equal(renderedBy(['socketLB', 'hostNamespaceOnly'], true, '1.11.0'), undefined);
    assert.equal(renderedBy(['podLabels'], true, '1.16.3'), undefined);
  });
});

describe('deprecationOf', () => {
  it('says since when, and what stands in its place', () => {
    const instead = ['localRedirectPolicies', 'enabled'];
    assert.equal(deprecationOf(['localRedirectPolicy'], '1.17.9'), undefined);
    assert.deepEqual(deprecationOf(['localRedirectPolicy'], '1.18.0'), { since: '1.18', instead });
    assert.deepEqual(deprecationOf(['localRedirectPolicy'], '1.30.0'), { since: '1.18', instead });
  });

  it('holds for what stands below a deprecated key', () => {
    assert.deepEqual(deprecationOf(['authentication', 'mutual', 'port'], '1.20.0'), {
      since: '1.20',
      instead: undefined,
    });
    assert.equal(deprecationOf(['authentication', 'enabled'], '1.20.0'), undefined);
  });

  it('names only keys that the version has', () => {
    for (const path of ['tunnel', 'datapathMode', 'encryption.keyFile', 'hubble.preferIpv6']) {
      for (const version of allVersions.versions) {
        const found = deprecationOf(path.split('.'), version);
        assert.ok(found?.instead === undefined || existsIn(found.instead, version), `${path} ${version}`);
      }
    }
  });
});
