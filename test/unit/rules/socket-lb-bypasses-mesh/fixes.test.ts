import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { below, ciliumChart, umbrellaChart } from '../../../support/charts.ts';
import { namespace } from '../../../support/manifests.ts';
import { only } from '../../../support/only.ts';
import { pathOf } from '../../../support/uris.ts';
import { workspaceOf } from '../../../support/workspace.ts';

const mesh = { '/repo/shop.yaml': namespace('shop', { labels: { 'istio-injection': 'enabled' } }) };

/** The fixes of the only finding, the preferred one first with a star: title, and what they set where. */
const fixes = (files: Readonly<Record<string, string>>): readonly string[] =>
  only(workspaceOf({ ...files, ...mesh }).findings).fixes.map(({ title, preferred, steps }) => {
    const step = only(steps);
    assert.ok(step.op === 'set');
    const address = [
      pathOf(step.layer.uri).replace('/repo/', ''),
      ...step.layer.address.path,
      ...step.path,
    ].join(' > ');
    return `${preferred ? '* ' : ''}${title}: ${address} = ${JSON.stringify(step.value)}`;
  });

const fixOf = (files: Readonly<Record<string, string>>): string => only(fixes(files));

const pinned = (version: string, values: string): Readonly<Record<string, string>> => ({
  '/repo/Chart.yaml': umbrellaChart(version),
  '/repo/values.yaml': below('cilium', values),
});

describe('the fix sets the key that the version knows', () => {
  const stories: readonly (readonly [version: string, values: string, fix: string])[] = [
    [
      '1.10.5',
      'kubeProxyReplacement: strict\n',
      '* Set hostServices.hostNamespaceOnly: true: values.yaml > cilium > hostServices > hostNamespaceOnly = true',
    ],
    [
      '1.13.4',
      'kubeProxyReplacement: strict\n',
      '* Set socketLB.hostNamespaceOnly: true: values.yaml > cilium > socketLB > hostNamespaceOnly = true',
    ],
    [
      '1.18.1',
      'kubeProxyReplacement: true\n',
      '* Set socketLB.hostNamespaceOnly: true: values.yaml > cilium > socketLB > hostNamespaceOnly = true',
    ],
  ];
  for (const [version, values, fix] of stories) {
    it(`in ${version}`, () => assert.equal(fixOf(pinned(version, values)), fix));
  }

  it('and none up to 1.10.4, which knows none', () => {
    assert.deepEqual(fixes(pinned('1.10.4', 'kubeProxyReplacement: strict\n')), []);
  });
});

describe('the fix goes where the setting is', () => {
  const base = 'kubeProxyReplacement: true\n';

  it('beside the key that turns the socket load balancer on, before other layers', () => {
    assert.deepEqual(
      fixes({ '/repo/values.yaml': base, '/repo/values-prod.yaml': 'tunnelProtocol: geneve\n' }),
      [
        '* Set socketLB.hostNamespaceOnly: true: values.yaml > socketLB > hostNamespaceOnly = true',
        'Set socketLB.hostNamespaceOnly: true in values-prod.yaml: values-prod.yaml > socketLB > hostNamespaceOnly = true',
      ],
    );
  });

  it('into the layer that says the contrary, and not below it where it would change nothing', () => {
    assert.deepEqual(
      fixes({
        '/repo/values.yaml': base,
        '/repo/values-prod.yaml': 'socketLB: { hostNamespaceOnly: false }\n',
      }),
      ['* Set socketLB.hostNamespaceOnly: true: values-prod.yaml > socketLB > hostNamespaceOnly = true'],
    );
  });

  it('into the layer that deletes the map', () => {
    assert.deepEqual(
      fixes({
        '/repo/values.yaml': base,
        '/repo/values-prod.yaml': 'socketLB: null\nl7Proxy: false\nk8sServiceHost: 10.0.0.10\n',
      }),
      ['* Set socketLB.hostNamespaceOnly: true: values-prod.yaml > socketLB > hostNamespaceOnly = true'],
    );
  });

  it('offers a file once that a command names twice', () => {
    const files = {
      '/repo/install.sh':
        'helm install cilium cilium/cilium -f values.yaml -f prod.yaml -f values.yaml --set kubeProxyReplacement=true\n',
      '/repo/values.yaml': 'tunnelProtocol: geneve\n',
      '/repo/prod.yaml': 'cni: { exclusive: false }\n',
    };
    assert.deepEqual(
      fixes(files).map((fix) => fix.replace(/.*: (\S+) > .*/, '$1')),
      ['install.sh', 'prod.yaml', 'values.yaml'],
    );
  });

  it('never into the values that a vendored chart ships', () => {
    const files = {
      ...pinned('1.16.4', 'cni:\n  exclusive: false\n'),
      '/repo/charts/cilium/Chart.yaml': ciliumChart('1.16.4'),
      '/repo/charts/cilium/values.yaml':
        'kubeProxyReplacement: "true"\nsocketLB: { hostNamespaceOnly: false }\n',
    };
    assert.equal(
      fixOf(files),
      '* Set socketLB.hostNamespaceOnly: true: values.yaml > cilium > socketLB > hostNamespaceOnly = true',
    );
  });

  it('calls files by their decoded names, be the URI as odd as it may', () => {
    const files = {
      '/repo/my values.yaml': base,
      '/repo/my values-100%.yaml': 'tunnelProtocol: geneve\n',
    };
    assert.match(fixes(files)[1] ?? '', /^Set socketLB\.hostNamespaceOnly: true in my values-100%\.yaml: /);
  });
});

describe('the fix speaks the dialect', () => {
  it('of the agent in a cilium-config', () => {
    const config =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cilium-config\ndata:\n  kube-proxy-replacement: "true"\n';
    assert.equal(
      fixOf({ '/repo/cilium.yaml': config }),
      '* Set bpf-lb-sock-hostns-only: "true": cilium.yaml > data > bpf-lb-sock-hostns-only = "true"',
    );
  });

  it('of the agent below extraConfig, where that overrules the chart', () => {
    const values = 'kubeProxyReplacement: true\nextraConfig:\n  bpf-lb-sock-hostns-only: "false"\n';
    assert.equal(
      fixOf({ '/repo/values.yaml': values }),
      '* Set extraConfig.bpf-lb-sock-hostns-only: "true": values.yaml > extraConfig > bpf-lb-sock-hostns-only = "true"',
    );
  });

  it('of people alone where an argument of the agent overrules all', () => {
    const values = 'kubeProxyReplacement: true\nextraArgs:\n- --bpf-lb-sock-hostns-only=false\n';
    const finding = only(workspaceOf({ '/repo/values.yaml': values, ...mesh }).findings);
    assert.deepEqual(finding.fixes, []);
    assert.match(finding.message, /Set `--bpf-lb-sock-hostns-only=true`, so that/);
  });
});

describe('fixes', () => {
  it('tell the carrier beside which key the new one belongs', () => {
    const { fixes: all } = only(
      workspaceOf({ '/repo/values.yaml': 'kubeProxyReplacement: true\n', ...mesh }).findings,
    );
    assert.deepEqual(
      all.flatMap(({ steps }) => steps.map((step) => (step.op === 'set' ? step.near : undefined))),
      [['kubeProxyReplacement']],
    );
  });
});
