import { t } from '@vscode/l10n';
import type { PlainValue } from '../../facts/location.ts';
import { clusterDns, type SystemPods } from '../../knowledge/control-planes.ts';
import type { Fix, FixStep, ManifestReference } from '../finding.ts';
import { listed } from '../wording/words.ts';
import type { CutOff } from './detect.ts';
import type { Need } from './needs.ts';

/** Adds a rule to the policy for each thing that has to get through. */
export function fixesFor({ policy, spec, direction, needs }: CutOff): readonly Fix[] {
  const layer: ManifestReference = { uri: policy.uri, carrier: 'manifest', address: policy.fact.address };
  const path = [...spec.path, direction];
  const isCilium = policy.fact.resource !== 'NetworkPolicy';
  const forms = isCilium ? ciliumRules : kubernetesRules;
  const steps = needs.map((need): FixStep => ({
    op: 'append',
    layer,
    path,
    item: direction === 'egress' ? forms.to(need) : forms.from(need),
  }));
  return [{ title: titleFor(needs), preferred: true, steps }];
}

function titleFor(needs: readonly Need[]): string {
  const ports = needs.map((need) => String(need.kind === 'dns' ? clusterDns.port : need.port.port));
  return ports.length === 1 ? t`Allow port ${listed(ports)}` : t`Allow ports ${ports.join(t(' and '))}`;
}

interface RuleForms {
  /** A rule that lets calls out. */
  readonly to: (need: Need) => PlainValue;
  /** A rule that lets callers of a control plane in. */
  readonly from: (need: Need) => PlainValue;
}

/** A NetworkPolicy cannot name the API server, so its rule is for everybody. */
const kubernetesRules: RuleForms = {
  to: (need) => {
    const { namespace, labels } = podsOf(need);
    return {
      to: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
          podSelector: { matchLabels: labels },
        },
      ],
      ports: need.kind === 'dns' ? dnsPorts : [{ port: need.port.port, protocol: 'TCP' }],
    };
  },
  from: (need) => {
    if (need.kind === 'dns') return {};
    const ports = [{ port: need.port.port, protocol: 'TCP' }];
    return need.port.caller === 'proxy' ? { from: [{ namespaceSelector: {} }], ports } : { ports };
  },
};

const dnsPorts = [
  { port: clusterDns.port, protocol: 'UDP' },
  { port: clusterDns.port, protocol: 'TCP' },
];

const ciliumRules: RuleForms = {
  to: (need) => {
    const { namespace, labels } = podsOf(need);
    return {
      toEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': namespace, ...labels } }],
      toPorts: ciliumPorts(need),
    };
  },
  from: (need) => ({
    fromEntities:
      need.kind === 'control-plane' && need.port.caller === 'api-server'
        ? ['kube-apiserver', 'remote-node']
        : ['cluster'],
    toPorts: ciliumPorts(need),
  }),
};

function ciliumPorts(need: Need): PlainValue {
  const port =
    need.kind === 'dns'
      ? { port: String(clusterDns.port), protocol: 'ANY' }
      : { port: String(need.port.port), protocol: 'TCP' };
  return [{ ports: [port] }];
}

function podsOf(need: Need): SystemPods {
  return need.kind === 'dns' ? clusterDns : { namespace: need.namespace, labels: need.plane.labels };
}
