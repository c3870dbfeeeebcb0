import data from '../../../schemas/cilium/settings.json' with { type: 'json' };
import type { Condition } from './condition.ts';
import type { KeyPath, SettingScalar } from './reading.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/** The things one can set, whatever the key is called in a version or a form of delivery. */
export type Concept = keyof typeof data.concepts;

interface Row {
  readonly versions: string;
  readonly when?: readonly Condition[] | undefined;
  readonly source: string;
}

/** What the data say of one concept, each row for some versions. */
export interface ConceptRows {
  /** The agent's flags, also the keys of `cilium-config`. */
  readonly flags: readonly (Row & { readonly flag: string })[];
  /** The keys of the chart's values; of several the first that is set decides. */
  readonly values: readonly (Row & {
    readonly path: KeyPath;
    /** Scalars that this version of the chart takes for no value at all; null always is. */
    readonly unsetBy?: readonly SettingScalar[] | undefined;
  })[];
  /** What the chart renders whatever the keys say. */
  readonly forced: readonly (Row & { readonly value: SettingScalar })[];
  readonly chartDefaults: readonly (Row & { readonly value: SettingScalar })[];
  readonly agentDefaults: readonly (Row & { readonly value: SettingScalar })[];
}

/** The rows of every concept, for all versions. */
export const rowsOf: Readonly<Record<Concept, ConceptRows>> = data.concepts;

function isConcept(name: string): name is Concept {
  return name in data.concepts;
}

/** All concepts. */
export const concepts: readonly Concept[] = Object.keys(data.concepts).filter(isConcept);

const rowsByVersion = new Map<Concept, Map<CiliumVersion, ConceptRows>>();
const sharedRows = new Map<string, ConceptRows>();

/** The rows of a concept that speak of a version; versions of which the same ones speak share them. */
export function rowsIn(concept: Concept, version: CiliumVersion): ConceptRows {
  let ofConcept = rowsByVersion.get(concept);
  if (ofConcept === undefined) {
    ofConcept = new Map();
    rowsByVersion.set(concept, ofConcept);
  }
  let rows = ofConcept.get(version);
  if (rows === undefined) {
    rows = rowsShared(concept, version);
    ofConcept.set(version, rows);
  }
  return rows;
}

function rowsShared(concept: Concept, version: CiliumVersion): ConceptRows {
  const { flags, values, forced, chartDefaults, agentDefaults } = rowsOf[concept];
  const speaks = (row: Row): boolean => inRange(version, row.versions);
  const all = [...flags, ...values, ...forced, ...chartDefaults, ...agentDefaults];
  const name = `${concept} ${all.map((row) => Number(speaks(row))).join('')}`;
  const rows = sharedRows.get(name) ?? {
    flags: flags.filter(speaks),
    values: values.filter(speaks),
    forced: forced.filter(speaks),
    chartDefaults: chartDefaults.filter(speaks),
    agentDefaults: agentDefaults.filter(speaks),
  };
  sharedRows.set(name, rows);
  return rows;
}
