import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PodSet } from '../../../../server/src/workspace/members.ts';
import type { Enforcement } from '../../../../server/src/workspace/policies/enforcement.ts';
import { policiesIn } from '../../../../server/src/workspace/policies/policies.ts';
import type { Traffic, TrafficPeer } from '../../../../server/src/workspace/policies/questions.ts';
import {
  ciliumPolicy,
  clusterwidePolicy,
  labels,
  networkPolicy,
  pods,
  policiesOf,
  unseenPods,
} from '../../../support/policies.ts';

const web = pods({ app: 'web' });
const db = pods({ app: 'db', tier: 'back' }, 'shop', { namedPorts: { sql: 5432 }, serviceAccount: 'db' });
const mail = pods({ app: 'mail' }, 'mail');

const join = (...texts: readonly string[]) => policiesIn(policiesOf(texts.join('---\n')));
const peer = (set: PodSet): TrafficPeer => ({ kind: 'pods', pods: set });
const address = (cidr: string): TrafficPeer => ({ kind: 'address', cidr });
const entity = (name: 'host' | 'kube-apiserver'): TrafficPeer => ({ kind: 'entity', entity: name });

const into = (from: TrafficPeer, port: Traffic['port'] = 80): Traffic => ({
  direction: 'ingress',
  peer: from,
  protocol: 'TCP',
  port,
});
const outTo = (to: TrafficPeer, port: Traffic['port'] = 80): Traffic => ({
  direction: 'egress',
  peer: to,
  protocol: 'TCP',
  port,
});

describe('which pods policies are for', () => {
  it('goes by labels and the namespace', () => {
    const { selecting } = join(networkPolicy('{podSelector: {matchLabels: {app: web}}}'));
    assert.deepEqual(
      [web, db, pods({ app: 'web' }, 'mail')].map((set) => selecting(set).map(({ selects }) => selects)),
      [['yes'], [], []],
    );
  });

  it('goes by the labels of namespaces where a policy is for the whole cluster', () => {
    const { selecting } = join(
      clusterwidePolicy('{endpointSelector: {matchLabels: {"k8s:io.kubernetes.pod.namespace": mail}}}'),
    );
    assert.equal(selecting(mail).length, 1);
    assert.equal(selecting(web).length, 0);
  });

  it('goes by the service account', () => {
    const { selecting } = join(
      ciliumPolicy('{endpointSelector: {matchLabels: {io.cilium.k8s.policy.serviceaccount: db}}}'),
    );
    assert.equal(selecting(db).length, 1);
    assert.equal(selecting(web).length, 0);
    assert.deepEqual(
      selecting(unseenPods('shop')).map(({ selects }) => selects),
      ['unknown'],
    );
  });

  it('takes in pods that no file shows by a selector for all only', () => {
    const all = join(networkPolicy('{podSelector: {}}')).selecting(unseenPods('shop'));
    const some = join(networkPolicy('{podSelector: {matchLabels: {app: web}}}')).selecting(
      unseenPods('shop'),
    );
    assert.deepEqual(
      [...all, ...some].map(({ selects }) => selects),
      ['yes', 'unknown'],
    );
  });

  it('is no pods where a policy is for nodes', () => {
    assert.deepEqual(join(clusterwidePolicy('{nodeSelector: {}, ingress: [{}]}')).selecting(web), []);
  });

  it('takes what names no namespace for together where it lies together', () => {
    const text =
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {podSelector: {}}\n';
    const { selecting } = policiesIn(policiesOf(text, '/repo/a/policy.yaml'));
    const at = (path: string) =>
      selecting({ ...pods({}, 'shop', {}, path), namespace: undefined }).map(({ selects }) => selects);
    assert.deepEqual(at('/repo/a/web.yaml'), ['yes']);
    assert.deepEqual(at('/repo/b/web.yaml'), ['unknown']);
    assert.deepEqual(
      selecting(web).map(({ selects }) => selects),
      ['unknown'],
    );
  });
});

describe('whether pods are isolated', () => {
  const isolation = (...texts: readonly string[]) => {
    const { isolates } = join(...texts);
    return [isolates(web, 'ingress'), isolates(web, 'egress')];
  };

  it('follows from the types of a NetworkPolicy, or from its rules', () => {
    assert.deepEqual(isolation(networkPolicy('{podSelector: {}}')), ['yes', 'no']);
    assert.deepEqual(isolation(networkPolicy('{podSelector: {}, egress: []}')), ['yes', 'no']);
    assert.deepEqual(isolation(networkPolicy('{podSelector: {}, egress: [{}]}')), ['yes', 'yes']);
    assert.deepEqual(isolation(networkPolicy('{podSelector: {}, policyTypes: [Egress]}')), ['no', 'yes']);
    assert.deepEqual(isolation(networkPolicy('{podSelector: {}, policyTypes: []}')), ['yes', 'no']);
    assert.deepEqual(isolation(networkPolicy('{podSelector: {}, policyTypes: ["${TYPE}"]}')), [
      'unknown',
      'unknown',
    ]);
    assert.deepEqual(isolation(networkPolicy('{podSelector: {}, policyTypes: "${TYPES}"}')), [
      'unknown',
      'unknown',
    ]);
    assert.deepEqual(isolation(networkPolicy('{podSelector: {}, egress: "${RULES}"}')), ['yes', 'unknown']);
  });

  it('follows from the rules of a policy of Cilium', () => {
    assert.deepEqual(isolation(ciliumPolicy('{endpointSelector: {}, ingress: []}')), ['no', 'no']);
    assert.deepEqual(isolation(ciliumPolicy('{endpointSelector: {}, ingress: [{}]}')), ['yes', 'no']);
    assert.deepEqual(isolation(ciliumPolicy('{endpointSelector: {}, egressDeny: [{toEntities: [world]}]}')), [
      'no',
      'yes',
    ]);
    assert.deepEqual(isolation(ciliumPolicy('{endpointSelector: {}, ingress: "${RULES}"}')), [
      'unknown',
      'no',
    ]);
  });

  it('follows from the switch of the policy where it is obeyed', () => {
    const facts = policiesOf(
      ciliumPolicy(
        '{endpointSelector: {}, enableDefaultDeny: {ingress: false, egress: true}, ingress: [{}]}',
      ),
    );
    const answers = (obeysSwitch: Enforcement['obeysSwitch']) => {
      const { isolates } = policiesIn(facts, { mode: 'default', obeysSwitch });
      return [isolates(web, 'ingress'), isolates(web, 'egress')];
    };
    assert.deepEqual(answers('yes'), ['no', 'yes']);
    assert.deepEqual(answers('no'), ['yes', 'no']);
    assert.deepEqual(answers('unknown'), ['unknown', 'unknown']);
  });

  it('does not hang on a switch that says what follows anyway, and is open where a template says it', () => {
    const at = (value: string, obeysSwitch: Enforcement['obeysSwitch']) =>
      policiesIn(
        policiesOf(
          ciliumPolicy(`{endpointSelector: {}, enableDefaultDeny: {ingress: ${value}}, ingress: [{}]}`),
        ),
        { mode: 'default', obeysSwitch },
      ).isolates(web, 'ingress');
    assert.equal(at('true', 'unknown'), 'yes');
    assert.equal(at('"${DENY}"', 'yes'), 'unknown');
    assert.equal(at('null', 'yes'), 'yes');
  });

  it('is what the mode of Cilium says', () => {
    const facts = policiesOf(networkPolicy('{podSelector: {}}'));
    const at = (mode: Enforcement['mode']) =>
      policiesIn(facts, { mode, obeysSwitch: 'yes' }).isolates(mail, 'ingress');
    assert.deepEqual((['default', 'always', 'never', 'unknown'] as const).map(at), [
      'no',
      'yes',
      'no',
      'unknown',
    ]);
  });
});

describe('whether traffic is allowed', () => {
  it('is not in question while no policy is for the pods', () => {
    assert.equal(join().allows(web, into(peer(db))), 'yes');
    assert.equal(join(networkPolicy('{podSelector: {}}')).allows(web, outTo(peer(db))), 'yes');
  });

  it('is decided by all policies together', () => {
    const deny = networkPolicy('{podSelector: {}}');
    const allow = networkPolicy(
      '{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {matchLabels: {app: db}}}]}]}',
    );
    assert.equal(join(deny).allows(web, into(peer(db))), 'no');
    assert.equal(join(deny, allow).allows(web, into(peer(db))), 'yes');
    assert.equal(join(deny, allow).allows(web, into(peer(mail))), 'no');
    assert.equal(join(deny, allow).allows(db, into(peer(web))), 'no');
  });

  it('goes by both selectors of a peer', () => {
    const rule = (from: string) => join(networkPolicy(`{podSelector: {}, ingress: [{from: [${from}]}]}`));
    const inMail = 'namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: mail}}';
    assert.equal(rule(`{${inMail}}`).allows(web, into(peer(mail))), 'yes');
    assert.equal(rule(`{${inMail}}`).allows(web, into(peer(db))), 'no');
    assert.equal(
      rule(`{${inMail}, podSelector: {matchLabels: {app: x}}}`).allows(web, into(peer(mail))),
      'no',
    );
    assert.equal(rule('{podSelector: {}}').allows(web, into(peer(mail))), 'no');
    assert.equal(rule('{namespaceSelector: {}}').allows(web, into(peer(mail))), 'yes');
    assert.equal(rule('{podSelector: {}, namespaceSelector: null}').allows(web, into(peer(db))), 'yes');
    assert.equal(rule('{}').allows(web, into(peer(db))), 'unknown');
  });

  it('takes an empty list of peers or ports in Kubernetes for none', () => {
    const { allows } = join(networkPolicy('{podSelector: {}, ingress: [{from: [], ports: []}]}'));
    assert.equal(allows(web, into(peer(mail))), 'yes');
    assert.equal(allows(web, into(address('1.2.3.4/32'))), 'yes');
    assert.equal(allows(web, into(entity('host'))), 'yes');
  });

  it('takes a rule without anything in Cilium for nobody, and one of ports for everybody', () => {
    const nobody = join(ciliumPolicy('{endpointSelector: {}, ingress: [{}]}'));
    assert.equal(nobody.allows(web, into(peer(db))), 'no');
    const ports = join(
      ciliumPolicy('{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80"}]}]}]}'),
    );
    assert.equal(ports.allows(web, into(peer(db))), 'yes');
    assert.equal(ports.allows(web, into(peer(db), 81)), 'no');
    const empty = join(ciliumPolicy('{endpointSelector: {}, ingress: [{fromEndpoints: []}]}'));
    assert.equal(empty.allows(web, into(peer(db))), 'unknown');
  });

  it('goes by ports, ranges and protocols', () => {
    const rule = (port: string) => join(networkPolicy(`{podSelector: {}, ingress: [{ports: [${port}]}]}`));
    const answers = (port: string) =>
      [79, 80, 90, 91].map((number) => rule(port).allows(web, into(peer(db), number)));
    assert.deepEqual(answers('{port: 80}'), ['no', 'yes', 'no', 'no']);
    assert.deepEqual(answers('{port: 80, endPort: 90}'), ['no', 'yes', 'yes', 'no']);
    assert.deepEqual(answers('{port: 80, protocol: UDP}'), ['no', 'no', 'no', 'no']);
    assert.deepEqual(answers('{protocol: TCP}'), ['yes', 'yes', 'yes', 'yes']);
    assert.deepEqual(answers('{port: 80, protocol: "${P}"}'), ['no', 'unknown', 'no', 'no']);
    assert.deepEqual(answers('{port: "${PORT}"}'), ['unknown', 'unknown', 'unknown', 'unknown']);
    assert.deepEqual(answers('{port: 80, endPort: "${END}"}'), ['unknown', 'unknown', 'unknown', 'unknown']);
    assert.equal(rule('{port: 80}').allows(web, into(peer(db), 'some')), 'yes');
    assert.equal(rule('{port: 80, protocol: UDP}').allows(web, into(peer(db), 'some')), 'no');
  });

  it('goes by the names of ports of the pods that receive', () => {
    const named = (direction: string, name: string) =>
      join(networkPolicy(`{podSelector: {}, ${direction}: [{ports: [{port: ${name}}]}]}`));
    assert.equal(named('ingress', 'sql').allows(db, into(peer(web), 5432)), 'yes');
    assert.equal(named('ingress', 'sql').allows(db, into(peer(web), 80)), 'no');
    assert.equal(named('ingress', 'toString').allows(db, into(peer(web), 80)), 'unknown');
    assert.equal(named('egress', 'sql').allows(web, outTo(peer(db), 5432)), 'yes');
    assert.equal(named('egress', 'sql').allows(db, outTo(peer(web), 5432)), 'unknown');
    assert.equal(named('egress', 'sql').allows(db, outTo(address('1.2.3.4/32'), 5432)), 'unknown');
    const mesh = { ...into(peer(web), 4143), portName: 'linkerd-proxy' };
    assert.equal(named('ingress', 'linkerd-proxy').allows(db, mesh), 'yes');
  });

  it('knows what Cilium writes for all ports and protocols', () => {
    const rule = (ports: string) => join(ciliumPolicy(`{endpointSelector: {}, ingress: [${ports}]}`));
    assert.equal(rule('{toPorts: [{ports: [{port: "0"}]}]}').allows(web, into(peer(db), 7)), 'yes');
    assert.equal(
      rule('{toPorts: [{ports: [{port: "7", protocol: ANY}]}]}').allows(web, into(peer(db), 7)),
      'yes',
    );
    assert.equal(
      rule('{fromEndpoints: [{}], toPorts: [{rules: {http: [{}]}}]}').allows(web, into(peer(db), 7)),
      'yes',
    );
    assert.equal(rule('{icmps: [{fields: [{type: 8}]}]}').allows(web, into(peer(db), 7)), 'no');
  });

  it('goes by entities', () => {
    const entities = (name: string) =>
      join(ciliumPolicy(`{endpointSelector: {}, ingress: [{fromEntities: [${name}]}]}`));
    const answers = (name: string) => {
      const { allows } = entities(name);
      return [
        peer(db),
        address('169.254.7.127/32'),
        address('fd16::1/128'),
        entity('host'),
        entity('kube-apiserver'),
      ].map((from) => allows(web, into(from)));
    };
    assert.deepEqual(answers('all'), ['yes', 'yes', 'yes', 'yes', 'yes']);
    assert.deepEqual(answers('cluster'), ['yes', 'no', 'no', 'yes', 'unknown']);
    assert.deepEqual(answers('world'), ['no', 'yes', 'yes', 'no', 'unknown']);
    assert.deepEqual(answers('world-ipv4'), ['no', 'yes', 'no', 'no', 'unknown']);
    assert.deepEqual(answers('world-ipv6'), ['no', 'no', 'yes', 'no', 'unknown']);
    assert.deepEqual(answers('host'), ['no', 'no', 'no', 'yes', 'unknown']);
    assert.deepEqual(answers('kube-apiserver'), ['no', 'no', 'no', 'no', 'yes']);
    assert.deepEqual(answers('"${WHO}"'), ['unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
    assert.deepEqual(answers('unmanaged')[0], 'unknown');
  });

  it('goes by blocks of addresses, which are for no pods', () => {
    const block = (text: string) =>
      join(networkPolicy(`{podSelector: {}, ingress: [{from: [{ipBlock: ${text}}]}]}`));
    const answer = (text: string, from: TrafficPeer = address('10.1.2.3/32')) =>
      block(text).allows(web, into(from));
    assert.equal(answer('{cidr: 10.0.0.0/8}'), 'yes');
    assert.equal(answer('{cidr: 10.0.0.0/8, except: [10.1.0.0/16]}'), 'no');
    assert.equal(answer('{cidr: 10.0.0.0/8, except: [10.2.0.0/16]}'), 'yes');
    assert.equal(answer('{cidr: 10.0.0.0/8, except: ["${NET}"]}'), 'unknown');
    assert.equal(answer('{cidr: 10.0.0.0/8, except: "${NETS}"}'), 'unknown');
    assert.equal(answer('{cidr: 11.0.0.0/8}'), 'no');
    assert.equal(answer('{cidr: 10.1.2.3/32}', address('10.1.2.0/24')), 'unknown');
    assert.equal(answer('{cidr: "${NET}"}'), 'unknown');
    assert.equal(answer('{cidr: 0.0.0.0/0}', peer(db)), 'no');
    assert.equal(answer('{cidr: 0.0.0.0/0}', entity('host')), 'unknown');
  });

  it('goes by what else Cilium names, so far as it can be told', () => {
    const to = (rule: string) => join(ciliumPolicy(`{endpointSelector: {}, egress: [${rule}]}`));
    const service = '{toServices: [{k8sService: {serviceName: db, namespace: shop}}]}';
    assert.equal(to('{toFQDNs: [{matchName: a.example.com}]}').allows(web, outTo(peer(db))), 'no');
    assert.equal(
      to('{toFQDNs: [{matchName: a.example.com}]}').allows(web, outTo(address('1.2.3.4/32'))),
      'unknown',
    );
    assert.equal(to(service).allows(web, outTo(peer(db))), 'unknown');
    assert.equal(to('{toServices: [{k8sServiceSelector: {}}]}').allows(web, outTo(peer(db))), 'unknown');
    assert.equal(to('{toGroups: [{aws: {}}]}').allows(web, outTo(peer(db))), 'unknown');
    assert.equal(to('{toNodes: [{}]}').allows(web, outTo(entity('host'))), 'unknown');
    assert.equal(to('{toEndpoints: [{}]}').allows(web, outTo(entity('host'))), 'no');
    assert.equal(to('{toEndpoints: [{}]}').allows(web, outTo(address('1.2.3.4/32'))), 'no');
    assert.equal(to('{toEndpoints: [{}]}').allows(web, outTo(peer(mail))), 'no');
    assert.equal(
      to('{toCIDRSet: [{cidrGroupRef: lan}]}').allows(web, outTo(address('1.2.3.4/32'))),
      'unknown',
    );
    assert.equal(
      to('{toCIDRSet: [{cidr: 1.0.0.0/8, except: [1.3.0.0/16]}]}').allows(web, outTo(address('1.2.3.4/32'))),
      'yes',
    );
  });

  it('knows peers of the whole cluster in a policy for it', () => {
    const { allows } = join(clusterwidePolicy('{endpointSelector: {}, ingress: [{fromEndpoints: [{}]}]}'));
    assert.equal(allows(web, into(peer(mail))), 'yes');
  });

  it('is refused where a rule denies, whatever others allow', () => {
    const both = join(
      ciliumPolicy(
        '{endpointSelector: {}, ingress: [{fromEntities: [all]}], ingressDeny: [{fromEndpoints: [{matchLabels: {app: db}}]}]}',
      ),
    );
    assert.equal(both.allows(web, into(peer(db))), 'no');
    assert.equal(both.denies(web, into(peer(db))), 'yes');
    assert.equal(both.allows(web, into(peer(web))), 'yes');
    assert.equal(both.denies(web, into(peer(web))), 'no');
  });

  it('is open where a rule holds on a condition, or a template may add rules', () => {
    const rule = (text: string) =>
      join(ciliumPolicy(`{endpointSelector: {}, ingress: [${text}]}`)).allows(web, into(peer(db)));
    assert.equal(rule('{fromEndpoints: [{}], authentication: {mode: required}}'), 'unknown');
    assert.equal(rule('{fromEndpoints: [{}], fromRequires: [{}]}'), 'unknown');
    assert.equal(rule('"${RULE}"'), 'no');
    const lists = ciliumPolicy('{endpointSelector: {}, ingress: [{}], ingressDeny: "${RULES}"}');
    assert.equal(join(lists).allows(web, into(peer(db))), 'unknown');
  });

  it('is not in question while Cilium takes no policies', () => {
    const facts = policiesOf(ciliumPolicy('{endpointSelector: {}, ingressDeny: [{fromEntities: [all]}]}'));
    const never = policiesIn(facts, { mode: 'never', obeysSwitch: 'yes' });
    assert.equal(never.allows(web, into(peer(db))), 'yes');
    assert.equal(never.denies(web, into(peer(db))), 'no');
  });

  it('does not know labels that no manifest shows', () => {
    const from = (key: string) =>
      join(
        ciliumPolicy(`{endpointSelector: {}, ingress: [{fromEndpoints: [{matchLabels: {"${key}": a}}]}]}`),
      ).allows(web, into(peer(db)));
    assert.equal(from('io.cilium.k8s.policy.cluster'), 'unknown');
    assert.equal(from('container:image'), 'unknown');
    assert.equal(from('reserved:ingress'), 'no');
  });

  it('knows namespaces by their labels', () => {
    const set: PodSet = {
      ...mail,
      namespaceLabels: labels({ 'kubernetes.io/metadata.name': 'mail', team: 'a' }),
    };
    const from = (key: string, value: string) =>
      join(
        ciliumPolicy(
          `{endpointSelector: {}, ingress: [{fromEndpoints: [{matchLabels: {"${key}": "${value}"}}]}]}`,
        ),
      ).allows(web, into(peer(set)));
    assert.equal(from('k8s:io.cilium.k8s.namespace.labels.team', 'a'), 'yes');
    assert.equal(from('io.cilium.k8s.namespace.labels.team', 'b'), 'no');
    assert.equal(from('any:io.kubernetes.pod.namespace', 'mail'), 'yes');
  });
});
