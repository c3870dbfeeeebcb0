import type { Fact } from '../facts/fact.ts';
import type { SourceFile } from '../source/file.ts';
import { resolve, stringAt } from '../yaml/navigate.ts';
import type { YamlDocument } from '../yaml/node.ts';
import type { Carrier } from './carrier.ts';
import { remoteDeployment } from './remote-chart.ts';
import { valuesAt } from './values-at.ts';
import { writeValues } from './write-values.ts';

/**
 * The CiliumConfig by which an operator installs Cilium on OpenShift: its `spec` is values of the chart that the
 * operator brings along (https://github.com/cilium/cilium-olm).
 */
export const ciliumOlmConfigCarrier: Carrier = {
  name: 'cilium-olm-config',
  kinds: ['yaml'],
  hints: ['kind: CiliumConfig'],
  read: (file) => file.yaml().documents.flatMap((document) => factsOf(document, file)),
  write: writeValues,
};

function factsOf(document: YamlDocument, file: SourceFile): readonly Fact[] {
  const root = resolve(document.root);
  const isConfig =
    stringAt(root, ['kind']) === 'CiliumConfig' &&
    stringAt(root, ['apiVersion'])?.startsWith('cilium.io/') === true;
  if (root === undefined || !isConfig) return [];
  const { layers, sources } = valuesAt({ text: file.text, document, carrier: 'cilium-olm-config' }, ['spec']);
  const deployment = remoteDeployment({
    isReconciled: true,
    title: 'CiliumConfig',
    chart: { kind: 'text', text: 'cilium', span: root.span },
    version: undefined,
    namespace: stringAt(root, ['metadata', 'namespace']),
    values: sources,
    span: root.span,
  });
  return [...layers, deployment];
}
