import type { WaypointFact } from '../facts/enrolment.ts';
import type { Placed } from '../facts/fact.ts';
import type { Location, Span } from '../facts/location.ts';
import { ofKind } from '../workspace/of-kind.ts';
import type { FileView } from './file-view.ts';
import type { Place } from './inquiry.ts';
import { touches } from './touches.ts';

type Waypoint = Placed<WaypointFact>;
type View = Pick<FileView, 'workspace'>;

/** The Gateway that a label asks for, asked at the label. */
export function waypointAskedForAt(place: Place, view: View): readonly Location[] {
  const all = ofKind(view.workspace.facts, 'waypoint');
  const label = all.find(
    ({ uri, fact: { span, gatewayName } }) => gatewayName === undefined && isAt(place, uri, span),
  );
  return all.flatMap(({ uri, fact }) =>
    label !== undefined && fact.gatewayName !== undefined && isSame(label, { uri, fact })
      ? [{ uri, span: fact.gatewayName }]
      : [],
  );
}

/** The labels that ask for a Gateway, asked at its name. */
export function askersOfWaypointAt(place: Place, view: View): readonly Location[] {
  const all = ofKind(view.workspace.facts, 'waypoint');
  const gateway = all.find(
    ({ uri, fact: { gatewayName } }) => gatewayName !== undefined && isAt(place, uri, gatewayName),
  );
  return all.flatMap(({ uri, fact }) =>
    gateway !== undefined && fact.gatewayName === undefined && isSame(gateway, { uri, fact })
      ? [{ uri, span: fact.span }]
      : [],
  );
}

function isAt({ uri, offset }: Place, other: string, span: Span): boolean {
  return uri === other && touches(span, offset);
}

/** What names no namespace may be in any. */
function isSame({ fact: one }: Waypoint, { fact: other }: Waypoint): boolean {
  const isSameNamespace =
    one.namespace === undefined || other.namespace === undefined || one.namespace === other.namespace;
  return one.name === other.name && isSameNamespace;
}
