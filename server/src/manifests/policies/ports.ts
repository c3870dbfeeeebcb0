import type { PolicyPort, PolicyProtocol, PortChoice } from '../../facts/policy.ts';
import { knownText, nodeAt, resolve, scalarOf, type ResolvedNode } from '../../yaml/navigate.ts';
import type { YamlNode } from '../../yaml/node.ts';

const lastPort = 65535;
/** All ports of a protocol. */
const allPorts: PortChoice = { kind: 'range', from: 0, to: lastPort };

/**
 * An entry of a list of ports, in Kubernetes' form or in Cilium's.
 *
 * @param byDefault the protocol where none is named: TCP in Kubernetes, any in Cilium
 */
export function policyPort(item: ResolvedNode, byDefault: PolicyProtocol): PolicyPort {
  const isOpen = item.kind !== 'map' || item.open;
  return {
    protocol: protocolOf(nodeAt(item, ['protocol']), byDefault),
    port: isOpen ? { kind: 'unknown' } : portOf(nodeAt(item, ['port']), nodeAt(item, ['endPort'])),
    span: item.span,
  };
}

type Found = YamlNode | 'absent' | 'unknown';

function protocolOf(found: Found, byDefault: PolicyProtocol): PolicyProtocol {
  if (found === 'absent' || scalarOf(found) === null) return byDefault;
  const text = knownText(found)?.toUpperCase();
  return protocols.find((name) => name === text) ?? 'unknown';
}

const protocols = ['TCP', 'UDP', 'SCTP', 'ANY'] as const;

/** Cilium writes numbers as texts, and takes `0` for all ports. */
function portOf(found: Found, end: Found): PortChoice {
  if (found === 'absent' || scalarOf(found) === null) return allPorts;
  const text = knownText(found);
  if (text === undefined || isSpecial(found)) return { kind: 'unknown' };
  if (!/^\d+$/.test(text)) return { kind: 'name', name: text };
  const from = Number(text);
  if (from === 0) return allPorts;
  if (end === 'absent') return { kind: 'range', from, to: from };
  const to = scalarOf(end);
  return typeof to === 'number' || typeof to === 'string'
    ? { kind: 'range', from, to: Math.max(from, Number(to) || 0) }
    : { kind: 'unknown' };
}

/** A scalar between a template's `if` and `end` may not be there. */
function isSpecial(found: Found): boolean {
  const node = typeof found === 'string' ? undefined : resolve(found);
  return node?.kind !== 'scalar' || node.conditional === true;
}
