import { parse, parseAllDocuments } from 'yaml';
import { merge, listAt, textAt, treeAt, treesIn, type Delivery, type Tree } from './delivered-values.ts';

/** What the tools that make clusters hand to Helm, by what they install with; nothing for a file that installs nothing. */
export function deliveredByClusterTool(files: ReadonlyMap<string, string>): Delivery | undefined {
  const objects = [...files.values()].flatMap(withEmbedded);
  const vars = objects.filter((tree) => Object.keys(tree).some((key) => key.startsWith('cilium_')));
  if (vars.length > 0) return byKubespray(vars.reduce(merge, {}));
  for (const object of objects) {
    const delivery = deliveryOf(object, objects);
    if (delivery !== undefined) return delivery;
  }
  return undefined;
}

function deliveryOf(object: Tree, all: readonly Tree[]): Delivery | undefined {
  const spec = treeAt(object, 'spec');
  switch (object['kind']) {
    case 'HelmChart':
      return byK3s(object, all);
    case 'HelmChartConfig':
      return all.some(({ kind }) => kind === 'HelmChart')
        ? undefined
        : { version: '', values: ofFields(spec), flags: [] };
    case 'HelmChartProxy':
      return { version: textAt(spec, 'version'), values: inText(textAt(spec, 'valuesTemplate')), flags: [] };
    case 'ClusterProfile':
      return ofEntry(listAt(spec, 'helmCharts'), 'chartName', 'chartVersion');
    case 'Cluster':
      return ofEntry(
        listAt(treeAt(spec, 'k0s', 'config', 'spec', 'extensions', 'helm'), 'charts'),
        'chartname',
        'version',
      );
    case 'CiliumConfig':
      return { version: '1.15', values: spec, flags: [] };
    default:
      return undefined;
  }
}

/** k3s: the chart's own values, those of the HelmChartConfig of its name, and `set` behind all files. */
function byK3s(chart: Tree, all: readonly Tree[]): Delivery {
  const name = textAt(treeAt(chart, 'metadata'), 'name');
  const spec = treeAt(chart, 'spec');
  const configs = all.filter(
    (object) => object['kind'] === 'HelmChartConfig' && textAt(treeAt(object, 'metadata'), 'name') === name,
  );
  const values = [spec, ...configs.map((config) => treeAt(config, 'spec'))].map(ofFields).reduce(merge, {});
  const set = treeAt(spec, 'set');
  const flags = Object.keys(set).flatMap((key) => {
    const value = textAt(set, key);
    const isTyped = typeof set[key] === 'number' || /^(?:true|false|null)$/.test(value);
    return [isTyped ? '--set' : '--set-string', `${key}=${value}`];
  });
  const version = textAt(spec, 'version').replace(/^(1\.\d+\.\d+?)00$/, '$1');
  return { version, values, flags };
}

function ofFields(spec: Tree): Tree {
  return merge(inText(textAt(spec, 'valuesContent')), treeAt(spec, 'values'));
}

function ofEntry(charts: readonly Tree[], name: string, version: string): Delivery | undefined {
  const chart = charts.find((each) => textAt(each, name).endsWith('cilium'));
  return chart && { version: textAt(chart, version), values: inText(textAt(chart, 'values')), flags: [] };
}

/** Kubespray's template of values, so far as it concerns services, and `cilium_extra_values` over it. */
function byKubespray(vars: Tree): Delivery {
  const values: Tree = {
    kubeProxyReplacement: vars['cilium_kube_proxy_replacement'],
    extraConfig: treeAt(vars, 'cilium_config_extra_vars'),
  };
  return {
    version: textAt(vars, 'cilium_version'),
    values: merge(values, treeAt(vars, 'cilium_extra_values')),
    flags: [],
  };
}

function inText(text: string): Tree {
  return treesIn(text).reduce(merge, {});
}

/** The objects of a text, and those that stand as text inside of it. */
function withEmbedded(text: string): readonly Tree[] {
  const own = treesIn(text);
  const lists = parseAllDocuments(text).flatMap((document) => {
    const content: unknown = parse(document.toString());
    return Array.isArray(content) ? content.map((item: unknown) => item) : [];
  });
  return [...own, ...[...own, ...lists].flatMap(textsBelow).flatMap((inner) => treesIn(inner))];
}

function textsBelow(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^apiVersion: /m.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsBelow) : [];
}
