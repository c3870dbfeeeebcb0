import type { Translatable } from './strings-in-source.ts';

/** The fields of the data under `schemas/` whose texts people see: strings, or lists of strings. */
export const seenFields: Readonly<Record<string, readonly string[]>> = {
  'schemas/cilium/deprecated-features.json': ['title', 'instead'],
  'schemas/cilium/explanations.json': ['summary', 'meshes', 'text'],
  'schemas/cilium/kube-proxy.json': ['title', 'leaveOut', 'apiServer'],
  'schemas/cilium/overruled.json': ['because', 'remedy'],
  'schemas/cilium/policy-fields.json': ['summary', 'meshes'],
  'schemas/cilium/refusals.json': ['instead'],
  'schemas/mesh/control-planes.json': ['without'],
  'schemas/mesh/effects.json': ['loses', 'keeps'],
  'schemas/mesh/installs.json': ['consequence'],
  'schemas/mesh/known-good.json': ['title', 'summary'],
  'schemas/mesh/marks.json': ['summary', 'notes'],
  'schemas/mesh/retired.json': ['what'],
  'schemas/mesh/signals.json': ['title'],
};

/** Every text of a file of data that people see. */
export function stringsInData(file: string, data: unknown): readonly Translatable[] {
  const fields = seenFields[file] ?? [];
  const texts = (value: unknown, isSeen: boolean): readonly string[] => {
    if (typeof value === 'string') return isSeen ? [value] : [];
    if (Array.isArray(value)) return value.flatMap((item) => texts(item, isSeen));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => texts(inner, fields.includes(name)));
  };
  return texts(data, false).map((key) => ({ key, file }));
}
