import { t } from '@vscode/l10n';
import type { ErrorObject } from 'ajv';
import type { ConfigurationFact, ConfiguredSeverity } from '../facts/configuration.ts';
import type { Reader } from '../source/reader.ts';
import { entryAtPath, itemsAt, mapAt, nodeAt, stringAt, stringOf, stringsAt } from '../yaml/navigate.ts';
import type { Span, YamlNode } from '../yaml/node.ts';
import { plainValue } from './plain.ts';
import validate from './validate.generated.js';

const severities: readonly ConfiguredSeverity[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Reads `.cilium-mesh-lint.yaml`. A part that its schema refuses is reported and left out; the rest holds. */
export const configurationReader: Reader = {
  kinds: ['yaml'],
  hints: [],
  paths: /(?:^|\/)\.cilium-mesh-lint\.ya?ml$/,
  read: (file) => {
    const document = file.yaml().documents[0];
    const root = document?.root;
    const broken = (document?.problems ?? []).map(({ span }) => ({ span, message: t('This is not YAML.') }));
    return [configurationOf(root, broken)];
  },
};

function configurationOf(
  root: YamlNode | undefined,
  broken: ConfigurationFact['problems'],
): ConfigurationFact {
  return {
    kind: 'configuration',
    clusters: itemsAt(root, ['clusters']).flatMap((item) => {
      const name = stringAt(item, ['name']);
      return name === undefined ? [] : [{ name, include: stringsAt(item, ['include']) }];
    }),
    ignore: stringsAt(root, ['ignore']),
    severities: severitiesOf(root),
    suppressions: itemsAt(root, ['suppressions']).flatMap((item) => {
      const rule = stringAt(item, ['rule']);
      return rule === undefined ? [] : [{ rule, include: stringsAt(item, ['include']) }];
    }),
    ciliumVersion: stringAt(root, ['cilium', 'version']),
    kernel: stringAt(root, ['kernel']),
    problems: [...broken, ...problemsOf(root)],
    span: root?.span ?? { start: 0, end: 0 },
  };
}

function severitiesOf(root: YamlNode | undefined): ConfigurationFact['severities'] {
  const entries = mapAt(root, ['severities'])?.entries ?? [];
  return Object.fromEntries(
    entries.flatMap(({ key, value }) => {
      const severity = severities.find(
        (known) => known === stringOf(value) || (known === 'off' && isOff(value)),
      );
      return severity === undefined ? [] : [[key.text, severity]];
    }),
  );
}

/** Unquoted, `off` is the boolean false to a YAML parser, and still means off to people. */
function isOff(value: YamlNode): boolean {
  return value.kind === 'scalar' && value.text === 'off';
}

function problemsOf(root: YamlNode | undefined): ConfigurationFact['problems'] {
  if (root === undefined || validate(withOffAsText(plainValue(root)))) return [];
  return (validate.errors ?? []).map((error) => ({ span: placeOf(error, root), message: wordsFor(error) }));
}

function withOffAsText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('severities' in value)) return value;
  const { severities: given } = value;
  if (typeof given !== 'object' || given === null) return value;
  const named = Object.entries(given).map(([rule, severity]: [string, unknown]): [string, unknown] => [
    rule,
    severity === false ? 'off' : severity,
  ]);
  return { ...value, severities: Object.fromEntries(named) };
}

/** Where an error of the schema stands: the key that it does not know, else the value that it speaks of. */
function placeOf({ instancePath, params }: ErrorObject, root: YamlNode): Span {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const unknownKey: unknown = params['additionalProperty'];
  if (typeof unknownKey === 'string') {
    const entry = entryAtPath(root, [...path, unknownKey]);
    if (typeof entry !== 'string') return entry.key.span;
  }
  const node = nodeAt(root, path);
  return typeof node === 'string' ? root.span : node.span;
}

function wordsFor({ instancePath, keyword, params, message }: ErrorObject): string {
  const named = (name: string): string => String(params[name]);
  switch (keyword) {
    case 'additionalProperties':
      return t`There is no setting \`${named('additionalProperty')}\` here.`;
    case 'required':
      return t`\`${named('missingProperty')}\` is missing here.`;
    case 'type':
      switch (named('type')) {
        case 'array':
          return t('Here stands something else than a list.');
        case 'object':
          return t('Here stands something else than a map.');
        default:
          return t('Here stands something else than a text.');
      }
    case 'enum':
      return instancePath.endsWith('/rule')
        ? t('There is no rule of this name.')
        : t('This is none of error, warning, information, hint and off.');
    default:
      return message === undefined
        ? t('This value cannot be used: it is of another form than its schema wants.')
        : t`This value cannot be used: it ${message}.`;
  }
}
