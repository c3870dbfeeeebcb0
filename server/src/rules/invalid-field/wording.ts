import { t } from '@vscode/l10n';
import type { FieldProblemFact, FieldType } from '../../facts/field-problem.ts';
import { code } from '../wording/words.ts';

/** What stands in a field, what has to stand there, and what follows. */
export function fieldMessage({ object, path, found, expected, meant }: FieldProblemFact): string {
  const field = code(path.reduce(joined, ''));
  const held = found.kind === 'scalar' ? code(found.text) : nouns[found.kind]();
  if (expected.kind === 'one-of') {
    return t`${field} of ${code(object)} is ${held}, but it can only be ${alternatives(expected.values.map(code))}. Kubernetes refuses the object, so nothing of it has effect.`;
  }
  const type =
    found.kind === 'scalar' ? t`, which is no ${alternatives(expected.types.map((one) => bare[one]()))}` : '';
  const action =
    meant === undefined
      ? t`It takes ${alternatives(expected.types.map((one) => nouns[one]()))}.`
      : t`Write ${code(`"${meant}"`)}.`;
  return t`${field} of ${code(object)} is ${held}${type}. Kubernetes refuses the object, so nothing of it has effect. ${action}`;
}

const nouns: Readonly<Record<FieldType, () => string>> = {
  string: () => t('a text'),
  integer: () => t('a whole number'),
  number: () => t('a number'),
  boolean: () => t('`true` or `false`'),
  array: () => t('a list'),
  object: () => t('a map'),
};

const bare: Readonly<Record<FieldType, () => string>> = {
  string: () => t('text'),
  integer: () => t('whole number'),
  number: () => t('number'),
  boolean: () => t('boolean'),
  array: () => t('list'),
  object: () => t('map'),
};

/** `spec.ingress[0].toPorts`, and `metadata.labels["istio.io/rev"]` where a key has dots of its own. */
function joined(path: string, key: string): string {
  if (/^\d+$/.test(key)) return `${path}[${key}]`;
  if (!/^[\w-]+$/.test(key)) return `${path}["${key}"]`;
  return path === '' ? key : `${path}.${key}`;
}

function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : t`${words.slice(0, -1).join(', ')} or ${last}`;
}
