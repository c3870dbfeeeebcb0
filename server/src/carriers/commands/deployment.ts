import type { HelmCommandFact } from '../../facts/command.ts';
import { valueText, type Argument } from './arguments.ts';
import type { Pipeline, SimpleCommand } from './shell/command.ts';
import { bareText } from './shell/word.ts';

/** No pipeline that people write is longer. */
const maxStages = 20;

/**
 * Whether a command changes a cluster, or writes manifests that are kept. A dry run or a template does so only if it is
 * piped to `kubectl apply` or goes to a file.
 */
export function deploys(
  verb: HelmCommandFact['verb'],
  args: readonly Argument[],
  pipeline: Pipeline,
  stage: number,
): boolean {
  if (
    args.some(
      (arg) => arg.kind === 'flag' && ['list-versions', 'dry-run-helm-values', 'help'].includes(arg.name),
    )
  )
    return false;
  if (verb !== 'template' && !args.some(isDryRun)) return true;
  if (args.some((arg) => arg.kind === 'flag' && arg.name === 'output-dir')) return true;
  const own = pipeline[stage];
  if (own !== undefined && writesFile(own)) return true;
  return pipeline
    .slice(stage + 1, stage + 1 + maxStages)
    .some((later) => appliesManifests(later) || writesManifest(later));
}

function isDryRun(argument: Argument): boolean {
  if (argument.kind !== 'flag' || argument.name !== 'dry-run') return false;
  return argument.value === undefined || !['none', 'false'].includes(valueText(argument.value));
}

function appliesManifests({ words }: SimpleCommand): boolean {
  const bare = words.map((word) => bareText(word) ?? '');
  const program = bare.findIndex((text) => /^(?:.*\/)?(?:kubectl|oc|k|kapp)$/.test(text));
  return (
    program !== -1 &&
    bare.slice(program + 1).some((text) => ['apply', 'create', 'replace', 'deploy'].includes(text))
  );
}

function writesFile({ redirects }: SimpleCommand): boolean {
  return redirects.some(
    ({ operator, descriptor, target }) =>
      /^&?>[>|]?$/.test(operator) &&
      (descriptor === '' || descriptor === '1') &&
      target?.text !== '/dev/null',
  );
}

/** `| yq … > cilium.yaml`, `| tee cilium.yaml`; but not `| grep image > images.txt`. */
function writesManifest(command: SimpleCommand): boolean {
  const targets = [...command.redirects.map(({ target }) => target), ...command.words.slice(1)];
  const writes =
    writesFile(command) || (command.words[0] !== undefined && bareText(command.words[0]) === 'tee');
  return writes && targets.some((target) => target !== undefined && /\.(?:ya?ml|json)$/.test(target.text));
}
