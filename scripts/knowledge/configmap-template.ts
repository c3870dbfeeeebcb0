/** Which flags of `cilium-config` a chart's template makes from which values. */
export type FlagsByKey = ReadonlyMap<string, readonly string[]>;

/** A template's block that is open: what its condition speaks of. */
interface Block {
  readonly paths: readonly string[];
  /** It stands where the condition does not hold. */
  readonly isElse: boolean;
}

const action = /\{\{-?\s*(?<body>.*?)\s*-?\}\}/g;
const valuePath = /\.Values\.(?<path>[A-Za-z0-9_.]*[A-Za-z0-9_])/g;
const variablePath = /\$\w+(?:\.\w+)*/g;
const member = /hasKey\s+(?<map>\.Values(?:\.[\w.]+)?|\$\w+(?:\.[\w.]+)?)\s+"(?<key>\w+)"/g;
const flagLine = /^ {2}(?<flag>[a-z][a-z0-9-]+):(?<value>.*)$/;

/**
 * Reads `templates/cilium-configmap.yaml` of a chart: a flag belongs to the key whose value is written behind it and, where a
 * constant is written, to the only key that the innermost condition around it asks about. Flags that several keys decide
 * are left out.
 */
export function flagsByKey(template: string): FlagsByKey {
  const aliases = new Map<string, string>();
  const found = new Map<string, Set<string>>();
  const blocks: Block[] = [];

  const pathsIn = (expression: string): readonly string[] => {
    const rest = expression.replaceAll(member, '');
    const texts = [
      ...[...expression.matchAll(member)].map(
        ({ groups }) => `${groups?.['map'] ?? ''}.${groups?.['key'] ?? ''}`,
      ),
      ...[...rest.matchAll(valuePath)].map(([text]) => text),
      ...[...rest.matchAll(variablePath)].map(([text]) => text),
    ];
    return [...new Set(texts.flatMap(resolved))];
  };
  /** `.Values.bpf.masquerade` or `$socketLB.enabled` as the path of a key. */
  const resolved = (text: string): readonly string[] => {
    if (text.startsWith('.Values.')) return [text.slice('.Values.'.length)];
    const [variable = '', ...rest] = text.split('.');
    const alias = aliases.get(variable);
    return alias === undefined ? [] : [[alias, ...rest].join('.')];
  };
  const add = (flag: string, paths: readonly string[]): void => {
    const [path] = paths;
    if (path === undefined || paths.length > 1) return;
    const flags = found.get(path) ?? new Set();
    flags.add(flag);
    found.set(path, flags);
  };

  for (const line of bodyOf(template).split('\n')) {
    const flag = flagLine.exec(line)?.groups;
    if (flag !== undefined) {
      const value = flag['value'] ?? '';
      const block = blocks.at(-1);
      if (value.includes('{{')) add(flag['flag'] ?? '', pathsIn(value));
      else if (block?.isElse === false) add(flag['flag'] ?? '', block.paths);
    }
    for (const { groups } of line.matchAll(action)) {
      const body = groups?.['body'] ?? '';
      const variable = /^(?<name>\$\w+)\s*:?=\s*(?<value>.*)$/.exec(body)?.groups;
      const [, keyword = '', condition = ''] =
        /^(if|else if|else|range|with|end|define|block)\b\s*(.*)$/.exec(body) ?? [];
      if (variable !== undefined) {
        const [path] = pathsIn(variable['value'] ?? '');
        if (path !== undefined) aliases.set(variable['name'] ?? '', path);
      } else if (keyword === 'end') blocks.pop();
      else if (keyword.startsWith('else')) {
        blocks.pop();
        blocks.push({ paths: pathsIn(condition), isElse: keyword === 'else' });
      } else if (keyword !== '')
        blocks.push({ paths: pathsIn(condition), isElse: /^\(?not\b/.test(condition) });
    }
  }
  return new Map([...found].map(([path, flags]) => [path, [...flags].sort()]));
}

/** Without comments of templates, which may span lines, and of YAML. */
function bodyOf(template: string): string {
  return template.replaceAll(/\{\{-?\s*\/\*[^]*?\*\/\s*-?\}\}/g, '').replaceAll(/^\s*#.*$/gm, '');
}
