import { probe, type ArgumentProbe, type TypedLine } from './probe.ts';

const setFlag =
  /(?:^|[\s"'[,])--(?:helm-)?set(?:-string|-json|-file|-literal)?(?:=|["']?,?\s+)["']?(?<typed>[^\s"']*)$/;

/** The argument of a `--set`, its key or its value. */
export function argumentProbe({ before, after, replaceWith }: TypedLine): ArgumentProbe | undefined {
  const typed = setFlag.exec(before)?.groups?.['typed'];
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
export function itemNameProbe({ before, after, replaceWith }: TypedLine): ArgumentProbe | undefined {
  const key = /\bname\s*[:=]\s*["']?(?<key>[\w.-]*)$/.exec(before)?.groups?.['key'];
  if (key === undefined) return undefined;
  const rest = /^[\w.-]*/.exec(after)?.[0] ?? '';
  const parent = parentOf(key);
  const place = replaceWith(before.length - key.length, before.length + rest.length, `${parent}${probe}`);
  return { kind: 'argument', ...place, parent, wantsEquals: false };
}

/** `socketLB.` of `socketLB.hostN`. */
function parentOf(key: string): string {
  return key.slice(0, key.lastIndexOf('.') + 1);
}
