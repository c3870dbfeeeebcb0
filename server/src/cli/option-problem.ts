import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/**
 * What is wrong with the options among these arguments, as one sentence; undefined where `parseArgs` takes them all.
 * It says the same by throwing, but in words for those who write programs.
 */
export function optionProblem(args: readonly string[], options: ParseArgsOptionsConfig): string | undefined {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) return `There is no option ${rawName}.`;
    if (option.type === 'boolean' && value !== undefined) return `${rawName} takes no value.`;
    if (option.type === 'string' && (value === undefined || (!inlineValue && /^-./.test(value))))
      return `${rawName} lacks its value.`;
  }
  return undefined;
}
