import { hostNamespaceOnlyKey } from '../../../server/src/knowledge/socket-lb.ts';
import type { RuleName } from '../../../server/src/rules/names.ts';
import type { CiliumVersion } from '../../../server/src/knowledge/version-range.ts';
import { replacement, setting, type Values } from './values.ts';

/** A way to set Cilium up, of which people want to know whether a mesh goes with it. */
export interface Question {
  readonly title: string;
  readonly about: string;
  /** The rules that answer it. */
  readonly rules: readonly RuleName[];
  /** The values of a version; where the version has no such key, the names of later ones. */
  readonly values: (version: CiliumVersion) => Values;
}

/** Nothing where a version has no such key. */
const outOfPods = (version: CiliumVersion): Values => {
  const key = hostNamespaceOnlyKey(version);
  return key === undefined ? {} : { [key.join('.')]: true };
};

const gatewayApi = (version: CiliumVersion): Values =>
  setting('gatewayApi', true, version, ['gatewayAPI', 'enabled']);

export const questions: readonly Question[] = [
  {
    title: 'Kube-proxy replacement, and nothing else',
    about:
      'The socket load balancer then runs in every pod and puts a pod IP in the place of the ClusterIP, before the mesh sees the call.',
    rules: ['socket-lb-bypasses-mesh'],
    values: replacement,
  },
  {
    title: 'The socket load balancer alone, beside kube-proxy',
    about: 'Without kube-proxy replacement, the socket load balancer can be turned on by its own key.',
    rules: ['socket-lb-bypasses-mesh'],
    values: (version) => setting('socketLbEnabled', true, version, ['socketLB', 'enabled']),
  },
  {
    title: 'Kube-proxy replacement with the Gateway API of Cilium',
    about: 'The Gateway API needs the addresses that the mesh needs; newer charts see to that themselves.',
    rules: ['socket-lb-bypasses-mesh'],
    values: (version) => ({ ...replacement(version), ...gatewayApi(version) }),
  },
  {
    title: 'The Gateway API with the socket load balancer kept out of pods',
    about: 'Here it is the gateway that suffers, whatever the mesh: in older versions it got no address.',
    rules: ['gateway-lost-with-host-namespace-only'],
    values: (version) => ({ ...replacement(version), ...outOfPods(version), ...gatewayApi(version) }),
  },
  {
    title: 'The CNI configuration left as the chart has it',
    about: 'Cilium takes other plugins out of the CNI configuration of the node, those of meshes too.',
    rules: ['cni-exclusive-evicts-mesh-cni'],
    values: () => ({}),
  },
  {
    title: 'Kube-proxy replacement with masquerading in eBPF',
    about:
      'Together they turn on host routing in eBPF, which leads the answers to health checks of ambient pods past iptables.',
    rules: ['host-routing-breaks-ambient-probes'],
    values: (version) => ({
      ...replacement(version),
      ...outOfPods(version),
      ...setting('bpfMasquerade', true, version, ['bpf', 'masquerade']),
    }),
  },
];
