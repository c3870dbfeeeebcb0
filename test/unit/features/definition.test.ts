import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Location } from '../../../server/src/facts/location.ts';
import { ciliumChart, umbrellaChart } from '../../support/charts.ts';
import { asked, type MarkedFiles } from '../../support/features/asked.ts';

/** The places as `path: text of the line`. */
function shown(places: readonly Location[], files: MarkedFiles): readonly string[] {
  const texts = new Map(files.map(([path, text]) => [`file:///repo/${path}`, text.replace('‸', '')]));
  return places.map(({ uri, span }) => {
    const text = texts.get(uri) ?? '';
    return `${uri.slice('file:///repo/'.length)}: ${text.slice(span.start, span.end)}@${text.slice(0, span.start).split('\n').length}`;
  });
}

function definition(...files: MarkedFiles): readonly string[] {
  const { inquiry, place } = asked(files);
  return shown(inquiry.definition(place), files);
}

function references(...files: MarkedFiles): readonly string[] {
  const { inquiry, place } = asked(files);
  return shown(inquiry.references(place), files);
}

const release = (values: string): string => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: cilium
spec:
  chart:
    spec:
      chart: cilium
      version: 1.16.3
      sourceRef: { kind: HelmRepository, name: cilium }
  valuesFrom:
    - kind: ConfigMap
      name: base
  values:
${values}
`;
const base = (key: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: base\ndata:\n  values.yaml: |\n    kubeProxyReplacement: true\n    ${key}: tunnel\n`;

describe('the definition of a setting', () => {
  it('is the key of the layer that decides', () => {
    const files = [
      ['base.yaml', base('routing‸Mode')],
      ['release.yaml', release('    routingMode: native')],
    ] as const;
    assert.deepEqual(definition(...files), ['release.yaml: routingMode@15']);
  });

  it('is the key itself where nothing lies above it', () => {
    const files = [
      ['release.yaml', release('    routing‸Mode: native')],
      ['base.yaml', base('routingMode')],
    ] as const;
    assert.deepEqual(definition(...files), ['release.yaml: routingMode@15']);
  });

  it('is found from a file that only its place makes values of Cilium', () => {
    const files = [
      ['values.yaml', 'debug:\n  ena‸bled: true\n'],
      [
        'install.sh',
        'helm install cilium cilium/cilium -f values.yaml --set debug.enabled=false,kubeProxyReplacement=true\n',
      ],
    ] as const;
    assert.deepEqual(definition(...files), ['install.sh: debug.enabled@1']);
    assert.deepEqual(references(...files), ['values.yaml: enabled@2', 'install.sh: debug.enabled@1']);
  });

  it('leads into no archive, and nowhere from other keys', () => {
    const chart = ['Chart.yaml', umbrellaChart('1.16.3')] as const;
    const packed = [
      ['charts/cilium-1.16.3.tgz/cilium/Chart.yaml', ciliumChart('1.16.3')],
      ['charts/cilium-1.16.3.tgz/cilium/values.yaml', 'kubeProxyReplacement: "false"\nroutingMode: ""\n'],
    ] as const;
    const values = 'cilium:\n  kubeProxyReplacement: true\n  routing‸Mode: native\n';
    assert.deepEqual(references(['values.yaml', values], chart, ...packed), ['values.yaml: routingMode@3']);
    assert.deepEqual(definition(['values.yaml', 'replica‸Count: 1\n']), []);
    assert.deepEqual(references(['values.yaml', 'replica‸Count: 1\n']), []);
  });
});

describe('the references of a setting', () => {
  it('are all layers of the install that set it', () => {
    const files = [
      ['base.yaml', base('routing‸Mode')],
      ['release.yaml', release('    routingMode: native')],
      ['other.yaml', 'kubeProxyReplacement: true\nroutingMode: tunnel\n'],
    ] as const;
    assert.deepEqual(references(...files), ['base.yaml: routingMode@8', 'release.yaml: routingMode@15']);
  });

  it('are also those of another name for it', () => {
    const values =
      'kubeProxyReplacement: true\nsocketLB:\n  hostNamespace‸Only: true\nextraConfig:\n  bpf-lb-sock-hostns-only: "true"\n';
    assert.deepEqual(references(['values.yaml', values]), [
      'values.yaml: hostNamespaceOnly@3',
      'values.yaml: bpf-lb-sock-hostns-only@5',
    ]);
  });
});
