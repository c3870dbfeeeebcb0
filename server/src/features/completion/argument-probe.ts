import { probe, type ArgumentProbe, type TypedLine } from './probe.ts';

const setFlag =
  /(?:^|[\s"'[,])--(?:helm-)?set(?:-string|-json|-file|-literal)?(?:=|["']?,?\s+)["']?(?<typed>[^\s"']*)$/;

/** The flag at the end of the line before: an item of a list, or a command that goes on. */
const setFlagAbove =
  /(?:^|[\s"'[,])--(?:helm-)?set(?:-string|-json|-file|-literal)?["']?,?(?:[ \t]*\\)?[ \t]*$/;
const typedBelow = /^[ \t]*(?:- +)?["']?(?<typed>[^\s"']*)$/;

/** The argument of a `--set`, its key or its value. */
export function argumentProbe({ above, before, after, replaceWith }: TypedLine): ArgumentProbe | undefined {
  const groups = setFlagAbove.test(above) ? typedBelow.exec(before)?.groups : setFlag.exec(before)?.groups;
  const typed = groups?.['typed'];
  if (typed === undefined) return undefined;
  const assignment = /(?:^|,)(?<key>(?:[^,=\\]|\\.)*)(?:=(?<value>(?:[^,\\]|\\.)*))?$/.exec(typed)?.groups;
  if (assignment === undefined) return undefined;
  const { key = '', value } = assignment;
  const rest = /^[\w.-]*/.exec(after)?.[0] ?? '';
  const to = before.length + rest.length;
  if (value !== undefined) {
    const place = replaceWith(before.length - value.length, to, probe);
    return { kind: 'argument', ...place, parent: '', wantsEquals: false };
  }
  const wantsEquals = after[rest.length] !== '=';
  const parent = parentOf(key);
  const word = `${parent}${probe}${wantsEquals ? '=0' : ''}`;
  return { kind: 'argument', ...replaceWith(before.length - key.length, to, word), parent, wantsEquals };
}

/** `- name: a.b` of an Argo CD parameter, of helmfile's `set`, of Terraform's `set`. */
export function itemNameProbe({
  above,
  before,
  after,
  below,
  replaceWith,
}: TypedLine): ArgumentProbe | undefined {
  const { indent = '', key } = nameTyped.exec(before)?.groups ?? {};
  if (key === undefined) return undefined;
  const rest = /^[\w.-]*/.exec(after)?.[0] ?? '';
  const behind = after.slice(rest.length).trimEnd();
  const [from, to] = [before.length - key.length, before.length + rest.length];
  const parent = parentOf(key);
  const word = `${parent}${probe}`;
  // An item counts once it has a value.
  const wantsValue = /^["']?$/.test(behind) && ![above, below].some((line) => /\bvalue\s*[:=]/.test(line));
  const { text } = wantsValue
    ? replaceWith(from, to + behind.length, `${word}${behind}\n${indent.replace('-', ' ')}value: 0`)
    : replaceWith(from, to, word);
  return { kind: 'argument', ...replaceWith(from, to, ''), text, parent, wantsEquals: false };
}

const nameTyped = /^(?<indent>[ \t]*(?:- +)?)(?:.*\b)?name\s*[:=]\s*["']?(?<key>[\w.-]*)$/;

/** `value = "false"` in Terraform's `set`. */
export function itemValueProbe({ before, after, replaceWith }: TypedLine): ArgumentProbe | undefined {
  const value = /\bvalue\s*=\s*"(?<value>[\w.-]*)$/.exec(before)?.groups?.['value'];
  if (value === undefined) return undefined;
  const rest = /^[\w.-]*/.exec(after)?.[0] ?? '';
  const place = replaceWith(before.length - value.length, before.length + rest.length, probe);
  return { kind: 'argument', ...place, parent: '', wantsEquals: false };
}

/** `socketLB.` of `socketLB.hostN`. */
function parentOf(key: string): string {
  return key.slice(0, key.lastIndexOf('.') + 1);
}
