import type { WorkloadFact } from '../facts/kubernetes.ts';
import type { LabelSet } from '../facts/labels.ts';
import type { Answer } from '../knowledge/condition.ts';
import {
  effectiveEntries,
  itemsAt,
  keyName,
  knownText,
  lookUp,
  nodeAt,
  resolve,
  scalarOf,
} from '../yaml/navigate.ts';
import type { MapNode } from '../yaml/node.ts';
import type { PodTemplate } from './workloads.ts';

/** What the pods of a workload are, beyond its name. */
export type PodFacts = Pick<WorkloadFact, 'labels' | 'namedPorts' | 'serviceAccount' | 'isProbed'>;

/**
 * What a pod template says of its pods.
 *
 * @param text the template as written
 */
export function podFactsOf({ metadata, spec }: PodTemplate, text: string): PodFacts {
  return {
    labels: labelsOf(metadata),
    namedPorts: namedPortsOf(spec),
    serviceAccount: serviceAccountOf(spec),
    isProbed: probesIn(text),
  };
}

/** The labels of a `metadata` map. */
export function labelsOf(metadata: MapNode | undefined): LabelSet {
  return labelsAt(metadata, 'labels');
}

/** The labels at a key of a map. */
export function labelsAt(around: MapNode | undefined, field: string): LabelSet {
  if (around === undefined) return { known: {}, unknown: [], open: false };
  const found = nodeAt(around, [field]);
  if (found === 'absent') return { known: {}, unknown: [], open: false };
  const map = typeof found === 'string' ? undefined : resolve(found);
  if (map?.kind !== 'map')
    return { known: {}, unknown: [], open: map?.kind !== 'scalar' || scalarOf(map) !== null };
  const known: [string, string][] = [];
  const unknown: string[] = [];
  for (const { key, value } of effectiveEntries(map)) {
    const text = knownText(value);
    if (text === undefined) unknown.push(keyName(key));
    else known.push([keyName(key), text]);
  }
  return { known: Object.fromEntries(known), unknown, open: map.open };
}

function namedPortsOf(spec: MapNode | undefined): Readonly<Record<string, number>> {
  const containers = ['initContainers', 'containers'].flatMap((list) => itemsAt(spec, [list]));
  return Object.fromEntries(
    containers
      .flatMap((container) => itemsAt(container, ['ports']))
      .flatMap((port): readonly (readonly [string, number])[] => {
        const name = knownText(nodeAt(port, ['name']));
        const number = knownText(nodeAt(port, ['containerPort']));
        return name === undefined || number === undefined || !/^\d+$/.test(number)
          ? []
          : [[name, Number(number)]];
      }),
  );
}

function serviceAccountOf(spec: MapNode | undefined): string | undefined {
  for (const key of ['serviceAccountName', 'serviceAccount']) {
    const found = spec === undefined ? 'absent' : lookUp(spec, key);
    if (found !== 'absent') return typeof found === 'string' ? undefined : knownText(found.value);
  }
  return 'default';
}

/** Whether the text of a workload has probes that come over the network; templates may bring some. */
export function probesIn(text: string): Answer {
  if (/\b(?:httpGet|tcpSocket|grpc)["']?[ ]*:/.test(text)) return 'yes';
  return text.includes('{{') ? 'unknown' : 'no';
}
