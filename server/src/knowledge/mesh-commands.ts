import data from '../../../schemas/mesh/signals.json' with { type: 'json' };
import { meshNames, type MeshName } from './meshes.ts';
import { oneOf } from './one-of.ts';

/** A command line of a mesh that puts sidecars into something. */
export interface MeshCommand {
  readonly mesh: MeshName;
  readonly program: string;
  /** The words behind the program, flags left out. */
  readonly words: readonly string[];
  /** It prints manifests with sidecars, for another command to apply; or it enrols the namespaces that it names. */
  readonly takes: 'manifests' | 'namespaces';
}

/** All such command lines. */
export const meshCommands: readonly MeshCommand[] = data.commands.map((row) => ({
  mesh: oneOf(meshNames, row.mesh),
  program: row.program,
  words: row.words,
  takes: oneOf(['manifests', 'namespaces'] as const, row.takes),
}));
