import type { DestinationFact } from '../facts/destination.ts';
import type { Reader } from '../source/reader.ts';
import { knownText, nodeAt } from '../yaml/navigate.ts';
import { groupOf, objectsOf } from './objects.ts';

/** How Argo CD calls the cluster it runs in, by name and by address. */
const ownCluster: ReadonlySet<string> = new Set(['in-cluster', 'https://kubernetes.default.svc']);

/** Reads which cluster each Application of Argo CD goes to (https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/). */
export const destinationReader: Reader = {
  kinds: ['yaml'],
  hints: ['argoproj.io'],
  read: (file) =>
    objectsOf(file.yaml()).flatMap((object): readonly DestinationFact[] => {
      if (object.kind !== 'Application' || groupOf(object) !== 'argoproj.io') return [];
      const cluster = ['name', 'server']
        .map((key) => knownText(nodeAt(object.root, ['spec', 'destination', key])))
        .find((text) => text !== undefined && text !== '');
      if (cluster === undefined) return [];
      return [
        {
          kind: 'destination',
          cluster: ownCluster.has(cluster) ? 'in-cluster' : cluster,
          span: object.root.span,
        },
      ];
    }),
};
