import { editListTexts } from '../edits/list-texts.ts';
import { refused, type Change, type EditResult } from '../edits/edit.ts';
import type { LayerAddress, Setting, SettingsLayer } from '../facts/settings.ts';
import { isKnownAgentFlag } from '../knowledge/recognition.ts';
import { keysOf } from '../knowledge/setting-keys.ts';
import { itemsAt, knownText, nodeAt, resolve, stringAt, type ResolvedNode } from '../yaml/navigate.ts';
import type { KeyPath, SequenceNode, Span, YamlDocument } from '../yaml/node.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { Carrier } from './carrier.ts';
import { agentImageName } from './cilium-config.ts';
import { namedAt } from './named.ts';

/** Flags on the command line of a rendered agent, which hears them in place of its `cilium-config`. */
export const agentArgumentsCarrier: Carrier = {
  name: 'agent-arguments',
  kinds: ['yaml'],
  hints: ['cilium-agent'],
  read: (file) => file.yaml().documents.flatMap(layersOf),
  write: writeArgument,
};

const containers: KeyPath = ['spec', 'template', 'spec', 'containers'];

function layersOf(document: YamlDocument): readonly SettingsLayer[] {
  const { root } = document;
  if (stringAt(root, ['kind']) !== 'DaemonSet') return [];
  return itemsAt(root, containers).flatMap((container, index) => {
    const image = namedAt(container, ['image']);
    if (image?.kind !== 'text' || !agentImageName.test(image.text)) return [];
    return ['command', 'args'].flatMap((field) =>
      layerOf(document, [...containers, String(index), field], { text: image.text, span: image.span }),
    );
  });
}

function layerOf(
  { root, index }: YamlDocument,
  path: KeyPath,
  version: { readonly text: string; readonly span: Span },
): readonly SettingsLayer[] {
  const found = nodeAt(root, path);
  const list = typeof found === 'string' ? undefined : resolve(found);
  if (list?.kind !== 'sequence') return [];
  const items = itemsAt(root, path);
  const settings = items.flatMap((item, at) => settingOf(item, items[at + 1]));
  if (!settings.some(({ path: [flag = ''] }) => isKnownAgentFlag(flag))) return [];
  return [
    {
      kind: 'settings',
      carrier: 'agent-arguments',
      dialect: 'agent',
      chart: { name: 'cilium', version },
      address: { document: index, path },
      span: list.span,
      settings,
      spelledAs: spellings,
      open: list.open || items.some((item) => knownText(item) === undefined),
    },
  ];
}

const spellings = Object.fromEntries(
  keysOf('hostNamespaceOnly').flatMap(({ path, dialect }) =>
    dialect === 'agent' ? [[path.join('.'), `--${path.join('.')}=true`]] : [],
  ),
);

/** `--flag=value`; `--flag` alone is on, unless its value may be the next argument. */
function settingOf(item: ResolvedNode, next: ResolvedNode | undefined): readonly Setting[] {
  const parts = /^--([a-z0-9-]+)(?:=(.*))?$/s.exec(knownText(item) ?? '');
  const [, flag, value] = parts ?? [];
  if (flag === undefined || item.kind !== 'scalar') return [];
  const start = item.span.start + (item.style === 'plain' ? 0 : 1);
  const end = start + 2 + flag.length;
  const hasOwnValue = value !== undefined || next === undefined || knownText(next)?.startsWith('-') === true;
  return [
    {
      path: [flag],
      value: hasOwnValue
        ? { kind: 'known', value: value ?? 'true' }
        : { kind: 'unknown', reason: 'unreadable' },
      keySpan: { start, end },
      valueSpan: { start: Math.min(end + 1, item.span.end), end: item.span.end },
    },
  ];
}

/** Sets a flag: where it stands, else behind the related one, else behind the last. */
function writeArgument(text: string, { document, path }: LayerAddress, change: Change): EditResult {
  const [flag, ...below] = change.op === 'set' ? change.path : [];
  if (change.op !== 'set' || flag === undefined || below.length > 0) return refused('not-writable');
  const found = nodeAt(parseYaml(text).documents[document]?.root, path);
  if (typeof found === 'string' || found.kind !== 'sequence') return refused('gone');
  const argument = `--${flag}=${String(change.value)}`;
  const own = placeOf(found, flag);
  if (own !== -1) {
    return editListTexts(text, { document, path }, { op: 'replace', texts: new Map([[own, argument]]) });
  }
  const near = placeOf(found, change.near?.[0] ?? '');
  const behind = near === -1 ? found.items.length - 1 : near;
  return editListTexts(text, { document, path }, { op: 'insert', behind, texts: [argument] });
}

function placeOf({ items }: SequenceNode, flag: string): number {
  return items.findLastIndex((item) => {
    const text = knownText(item);
    return text === `--${flag}` || text?.startsWith(`--${flag}=`) === true;
  });
}
