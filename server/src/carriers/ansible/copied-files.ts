import type { ValuesObjectFact } from '../../facts/deployment.ts';
import type { Fact } from '../../facts/fact.ts';
import { knownText, nodeAt } from '../../yaml/navigate.ts';
import type { YamlDocument } from '../../yaml/node.ts';
import type { Carrier } from '../carrier.ts';
import { valuesAt } from '../values-at.ts';
import { writeValues } from '../write-values.ts';
import { moduleCalls, type ModuleCall } from './tasks.ts';
import { knownPlace, pathIn } from './templates.ts';

/** The folder of a role in which a module looks for its source first. */
const folders: ReadonlyMap<string, string> = new Map([
  ['copy', 'files'],
  ['template', 'templates'],
]);

const modules: ReadonlySet<string> = new Set(
  [...folders.keys()].flatMap((name) => [name, `ansible.builtin.${name}`, `ansible.legacy.${name}`]),
);

/**
 * Files that tasks of Ansible write to a machine, for a later task that installs a chart with them: copied or rendered from
 * a file of the role, or with their text in the task
 * (https://docs.ansible.com/ansible/latest/playbook_guide/playbook_pathing.html).
 */
export const ansibleCopyCarrier: Carrier = {
  name: 'ansible-copy',
  kinds: ['yaml'],
  hints: ['dest:'],
  read: ({ yaml, text }) =>
    yaml().documents.flatMap((document) =>
      moduleCalls(document, modules).flatMap((call) => factsOf(call, document, text)),
    ),
  write: writeValues,
};

function factsOf(call: ModuleCall, document: YamlDocument, text: string): readonly Fact[] {
  const name = destinationOf(call);
  if (name === undefined) return [];
  const written = (holds: ValuesObjectFact['holds']): ValuesObjectFact => ({
    kind: 'values-object',
    object: 'File',
    name,
    namespace: undefined,
    key: '',
    holds,
    span: call.map.span,
  });
  if (nodeAt(call.map, ['content']) === 'absent') return [written(sourceOf(call))];
  const path = [...call.path, 'content'];
  const { layers, sources } = valuesAt(
    { text, document, carrier: 'ansible-copy' },
    path,
    /cilium/i.test(name),
  );
  const [only, ...others] = sources;
  return only?.kind === 'own-layer' && others.length === 0
    ? [...layers, written({ kind: 'own-layer', address: only.address })]
    : [written({ kind: 'unknown' })];
}

/** The file on the machine, in the words of the task; one below it where `dest` is a folder. */
function destinationOf({ map }: ModuleCall): string | undefined {
  const node = nodeAt(map, ['dest']);
  const place = typeof node === 'string' ? undefined : knownPlace(node);
  if (place?.endsWith('/') !== true) return place;
  const source = knownText(nodeAt(map, ['src']));
  return source === undefined || source.includes('{{') ? undefined : `${place}${source.replace(/^.*\//, '')}`;
}

function sourceOf({ map, path }: ModuleCall): ValuesObjectFact['holds'] {
  const node = nodeAt(map, ['src']);
  const source = typeof node === 'string' ? undefined : pathIn(node);
  if (source?.kind !== 'text' || knownText(nodeAt(map, ['remote_src'])) !== undefined)
    return { kind: 'unknown' };
  const folder = folders.get(path.at(-1)?.replace(/^.*\./, '') ?? '') ?? '';
  return { kind: 'file', path: `${folder}/${source.text}`, orElse: source.text };
}
