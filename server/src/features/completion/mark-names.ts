import type { Location } from '../../facts/location.ts';
import { revisionKey, usualNames, type KnownMark } from '../../knowledge/marks.ts';
import { ofKind } from '../../workspace/of-kind.ts';
import type { FileView } from '../file-view.ts';
import { touches } from '../touches.ts';

/** Where a name is asked for. */
export interface Asker {
  readonly uri: string;
  readonly offset: number;
  readonly namespace: string | undefined;
}

/**
 * The names that the workspace knows for a label that names something: the waypoints of the namespace, revisions of a mesh and
 * tags of them. What is being written there is no name yet.
 */
export function namesKnown(
  names: KnownMark['names'],
  asker: Asker,
  { workspace }: Pick<FileView, 'workspace'>,
): readonly string[] {
  switch (names) {
    case undefined:
      return [];
    case 'waypoint': {
      const known = ofKind(workspace.facts, 'waypoint')
        .filter(({ fact: { namespace } }) => isSame(namespace, asker.namespace))
        .filter(({ uri, fact: { span } }) => !isAt(asker, { uri, span }));
      return known.length === 0 ? [usualNames.waypoint] : sorted(known.map(({ fact }) => fact.name));
    }
    case 'revision': {
      const marks = ofKind(workspace.facts, 'mesh-mark')
        .filter(({ fact }) => fact.key === revisionKey)
        .filter(({ uri, fact: { span } }) => !isAt(asker, { uri, span }));
      const installed = ofKind(workspace.facts, 'mesh-revision').map(({ fact }) => fact.name);
      return sorted([usualNames.revision, ...installed, ...marks.map(({ fact }) => fact.value)]);
    }
  }
}

/** What names no namespace may be in any. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

function isAt({ uri, offset }: Asker, at: Location): boolean {
  return at.uri === uri && touches(at.span, offset);
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
