import data from '../../../schemas/mesh/ports.json' with { type: 'json' };
import { meshModes, meshNames, type MeshMode, type MeshName } from './meshes.ts';
import { oneOf } from './one-of.ts';

const severities = ['error', 'warning'] as const;

/** The port on which calls between pods of a mesh arrive, whatever port was called. Always TCP. */
export interface MeshPort {
  readonly mesh: MeshName;
  /** How the calling pod takes part. */
  readonly from: MeshMode;
  /** How the called pod takes part. */
  readonly to: MeshMode;
  readonly port: number;
  /** What the injected container calls it. */
  readonly portName: string | undefined;
  /** Ports of the proxy itself, which are called without the mesh. */
  readonly besidesMesh: readonly number[];
  /** How bad it is where a policy keeps the port closed. */
  readonly severity: (typeof severities)[number];
}

/** Every port on which a mesh carries calls. */
export const meshPorts: readonly MeshPort[] = data.ports.map((row) => ({
  mesh: oneOf(meshNames, row.mesh),
  from: oneOf(meshModes, row.from),
  to: oneOf(meshModes, row.to),
  port: row.port,
  portName: row.portName,
  besidesMesh: row.besidesMesh,
  severity: oneOf(severities, row.severity),
}));

/** From where the kubelet's probes reach pods of a mesh, other than from their node. */
export const probeSource = {
  mesh: oneOf(meshNames, data.probes.mesh),
  mode: oneOf(meshModes, data.probes.mode),
  ipv4: data.probes.ipv4,
  ipv6: data.probes.ipv6,
} as const;
