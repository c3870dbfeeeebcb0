import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { layersIn, settingsIn } from './script.ts';

describe('settings of a command', () => {
  it('have the places of their keys and values in the script', () => {
    const script =
      'helm upgrade --install cilium cilium/cilium --set "socketLB.enabled=true",\'kubeProxyReplacement=strict\'';
    const settings = layersIn(script)[0]?.settings.map(({ path, value, keySpan, valueSpan }) => [
      path.join('.'),
      value,
      script.slice(keySpan.start, keySpan.end),
      script.slice(valueSpan.start, valueSpan.end),
    ]);
    assert.deepEqual(settings, [
      ['socketLB', { kind: 'map', open: false }, 'socketLB', '.enabled=true'],
      ['socketLB.enabled', { kind: 'known', value: true }, 'socketLB.enabled', 'true'],
      ['kubeProxyReplacement', { kind: 'known', value: 'strict' }, 'kubeProxyReplacement', 'strict'],
    ]);
  });

  it('are typed as Helm types them', () => {
    const script =
      'helm install c cilium/cilium --set a=TRUE,b=01,c=7,d=null,e={x,1} --set-string f=true --set-literal g=1,h=2 ' +
      `--set-json 'i={"j":1.5,"k":[true]}' --set-file l=a.txt --set m=$X,n=y$X`;
    assert.deepEqual(settingsIn(script), {
      a: true,
      b: '01',
      c: 7,
      d: null,
      e: ['x', 1],
      f: 'true',
      g: '1,h=2',
      'i.j': 1.5,
      'i.k': [true],
      l: '?',
      m: '?',
      n: '?',
    });
  });

  it('are what the last one of a key says, in the order in which Helm takes its flags', () => {
    assert.deepEqual(settingsIn('helm install c cilium/cilium --set a=1 --set a=2'), { a: 2 });
    assert.deepEqual(settingsIn('helm install c cilium/cilium --set-string a=x --set a=y'), { a: 'x' });
    assert.deepEqual(settingsIn('helm install c cilium/cilium --set a=y --set-json a=1'), { a: 'y' });
    assert.deepEqual(settingsIn('helm install c cilium/cilium --set a.b=1 --set a=2'), { a: 2 });
    assert.deepEqual(settingsIn(`helm install c cilium/cilium --set a.c=2 --set-json '{"a":{"b":1}}'`), {
      'a.b': 1,
      'a.c': 2,
    });
  });

  it('leave a list that is set by index unknown', () => {
    assert.deepEqual(settingsIn('helm install c cilium/cilium --set a.b[0]=x,a.b[1].c=y'), { 'a.b': '?' });
  });

  it('read the variables that the script tells', () => {
    assert.deepEqual(settingsIn('K=strict\nhelm install c cilium/cilium --set kpr=$K --set=h=kind$N-x'), {
      kpr: 'strict',
      h: '?',
    });
  });

  it('read the older flags of the Cilium command line', () => {
    const script =
      'cilium install --kube-proxy-replacement=strict --config a-b=c,d=true --helm-set e=1 --ipam kubernetes';
    assert.deepEqual(settingsIn(script), {
      kubeProxyReplacement: 'strict',
      'ipam.mode': 'kubernetes',
      e: 1,
      'extraConfig.a-b': 'c',
      'extraConfig.d': 'true',
    });
    const keys = layersIn(script)[0]?.settings.map(({ keySpan }) => script.slice(keySpan.start, keySpan.end));
    assert.deepEqual(keys?.slice(0, 3), ['--kube-proxy-replacement', '--ipam', '--ipam']);
  });
});

describe('layers', () => {
  it('are for commands that deploy the Cilium chart', () => {
    for (const chart of [
      'cilium/cilium',
      './charts/cilium/',
      'cilium-1.14.2.tgz',
      'oci://quay.io/charts/cilium',
      '"$D/cilium"',
    ]) {
      const [layer] = layersIn(`helm install x ${chart} --set a=1`);
      assert.equal(layer?.chart.name, 'cilium', chart);
      assert.equal(layer.open, false);
    }
    for (const script of [
      'helm install x istio/istiod --set a=1',
      'helm install cilium ./charts/cni --set a=1',
      'helm install x cilium/cilium-dev --set a=1',
      'helm template x cilium/cilium --set a=1 | grep image',
      'helm install x cilium/cilium -f a.yaml',
    ]) {
      assert.deepEqual(layersIn(script), [], script);
    }
  });

  it('know the version from the flag or from the archive', () => {
    const version = (script: string): unknown => {
      const found = layersIn(script)[0]?.chart.version;
      return typeof found === 'object' ? [found.text, script.slice(found.span.start, found.span.end)] : found;
    };
    assert.deepEqual(version('helm install x cilium/cilium --set a=1 --version="1.13.2"'), [
      '1.13.2',
      '1.13.2',
    ]);
    assert.deepEqual(version('V=1.2\nhelm install x cilium/cilium --set a=1 --version $V'), ['1.2', '$V']);
    assert.deepEqual(version('helm install x cilium/cilium --set a=1 --version $V'), 'unknown');
    assert.deepEqual(version('helm install x a/cilium-1.14.2.tgz --set a=1'), ['1.14.2', '1.14.2']);
    assert.deepEqual(version('helm install x oci://a/cilium:1.14.2 --set a=1'), ['1.14.2', '1.14.2']);
    assert.equal(version('helm install x cilium/cilium --set a=1'), undefined);
  });

  it('are open where arguments or the last release may set more', () => {
    for (const script of [
      'helm install x cilium/cilium --set a=1 $ARGS',
      'helm install x cilium/cilium "${ARGS[@]}"',
      'helm install x cilium/cilium -f a.yaml "$@"',
      'helm install x cilium/cilium --set $KEY=1',
      'helm install x cilium/cilium --set "$SET"',
      'helm install x cilium/cilium --set a=1 --set a=1,$SET',
      'helm install x cilium/cilium $(flags)',
      'helm upgrade x cilium/cilium --reuse-values --set a=1',
      'helm upgrade x cilium/cilium --reset-then-reuse-values -f a.yaml',
      'cilium upgrade --set a=1',
    ]) {
      assert.deepEqual(
        layersIn(script).map(({ open }) => open),
        [true],
        script,
      );
    }
    for (const script of [
      'helm install "$R" cilium/cilium --set a=$X',
      'helm upgrade x cilium/cilium --reuse-values=false --set a=1',
      'cilium upgrade --reset-values --set a=1',
      'cilium install --set a=1',
    ]) {
      assert.deepEqual(
        layersIn(script).map(({ open }) => open),
        [false],
        script,
      );
    }
  });

  it('have the place of their command among the chart commands as address', () => {
    const script = 'helm install istiod istio/istiod --set a=1\nhelm install x cilium/cilium --set a=1';
    assert.deepEqual(
      layersIn(script).map(({ address }) => address),
      [{ document: 1, path: [] }],
    );
  });
});
