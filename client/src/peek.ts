import { commands, type Disposable, Location, Position, Range } from 'vscode';

import { receivedUri } from './unsaved-documents.ts';
import type { SentLocation, SentPosition } from './workloads/model.ts';

/** What lenses of the server use to peek at places: its arguments come as plain data. */
export function peekCommand(): Disposable {
  return commands.registerCommand(
    'ciliumMeshLint.peek',
    async (uri: string, position: SentPosition, places: readonly SentLocation[]) => {
      await commands.executeCommand(
        'editor.action.showReferences',
        receivedUri(uri),
        positionOf(position),
        places.map((place) => new Location(receivedUri(place.uri), rangeOf(place))),
      );
    },
  );
}

function positionOf({ line, character }: SentPosition): Position {
  return new Position(line, character);
}

function rangeOf({ range: { start, end } }: SentLocation): Range {
  return new Range(positionOf(start), positionOf(end));
}
