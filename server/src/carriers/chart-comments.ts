import type { ChartCommentsFact } from '../facts/chart-comments.ts';
import { existsEver } from '../knowledge/keys.ts';
import type { Reader } from '../source/reader.ts';

/** The values file of a chart that is called after Cilium: unpacked in `charts/cilium`, or in an archive. */
const valuesOfCilium = /(?:^|\/)[^/]*cilium[^/]*\/values\.yaml$/;

/** A chart of Cilium explains hundreds of keys; somebody's own values file in a folder of that name does not. */
const fewestComments = 100;

/** Reads the comments by which a vendored chart explains its keys. Whose chart it is stands in the Chart.yaml beside it. */
export const chartCommentsReader: Reader = {
  kinds: ['yaml'],
  hints: [],
  paths: valuesOfCilium,
  isTextual: true,
  read: ({ path, text }) => {
    if (!valuesOfCilium.test(path)) return [];
    const comments = commentsOf(text);
    if (Object.keys(comments).length < fewestComments) return [];
    const fact: ChartCommentsFact = {
      kind: 'chart-comments',
      comments,
      span: { start: 0, end: text.length },
    };
    return [fact];
  },
};

/** Longer than any explanation that one reads in a hover. */
const longestComment = 1_200;

/**
 * The comments of a values file by key. They are written as helm-docs wants it: a line that begins with `# --`, and all
 * that follows up to the key, which may itself stand in a comment. What stands right above a key without such a line counts
 * where it reads as a sentence; in a file without any it always does.
 */
export function commentsOf(text: string): Readonly<Record<string, string>> {
  const marker = /^ *# --+ /m.test(text) ? /^--+ (?:\([\w/]+\) )?(.*)$/ : undefined;
  const comments: Record<string, string> = {};
  const parents: { readonly indent: number; readonly key: string }[] = [];
  let pending: { readonly indent: number; readonly lines: string[] } | undefined;

  const pathOf = (indent: number, key: string): readonly string[] => [
    ...parents.filter((parent) => parent.indent < indent).map((parent) => parent.key),
    key,
  ];
  const take = (indent: number, path: readonly string[]): void => {
    const comment = pending?.lines.join('\n').trim().slice(0, longestComment) ?? '';
    if (pending?.indent === indent && comment !== '') comments[path.join('.')] = comment;
    pending = undefined;
  };

  let isSchema = false;
  for (const line of text.split(/\r?\n/)) {
    const comment = /^( *)# ?(.*)$/.exec(line);
    if (comment !== null) {
      const [, { length: indent } = '', content = ''] = comment;
      if (content.startsWith('@schema')) isSchema = !isSchema;
      if (isSchema || content.startsWith('@')) continue;
      const first = marker?.exec(content)?.[1];
      const commentedKey = pending && /^([a-z]\w*):(?: |$)/.exec(content)?.[1];
      const path = commentedKey === undefined ? undefined : pathOf(indent, commentedKey);
      if (first !== undefined) pending = { indent, lines: [first] };
      else if (path !== undefined && marker !== undefined && existsEver(path)) take(indent, path);
      else if (pending !== undefined) pending.lines.push(content);
      else if (marker === undefined || sentence.test(content)) pending = { indent, lines: [content] };
      continue;
    }
    isSchema = false;
    const [, { length: indent } = '', quoted = ''] =
      /^( *)([\w./-]+|"[^"]+"|'[^']+'):(?= |$)/.exec(line) ?? [];
    if (quoted === '') {
      pending = undefined;
      continue;
    }
    const key = quoted.replace(/^["']|["']$/g, '');
    while ((parents.at(-1)?.indent ?? -1) >= indent) parents.pop();
    take(indent, pathOf(indent, key));
    parents.push({ indent, key });
  }
  return comments;
}

/** How a sentence begins, and no key that stands in a comment. */
const sentence = /^[A-Z][\w'-]* (?!.*:$)/;
