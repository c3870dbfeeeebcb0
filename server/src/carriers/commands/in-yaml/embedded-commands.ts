import { scriptCarrier } from '../script-carrier.ts';
import { scriptsInYaml } from './scripts-in-yaml.ts';

/**
 * Commands in YAML that other tools run: steps of workflows, tasks of Ansible and Taskfile, arguments of containers,
 * what cloud-init runs.
 */
export const embeddedCommandsCarrier = scriptCarrier({
  name: 'embedded-commands',
  kind: 'yaml',
  hints: [
    'helm install',
    'helm upgrade',
    'helm template',
    'helm -',
    'cilium install',
    'cilium upgrade',
    '--set',
    '--helm-set',
    '--values',
    '- -f',
    '"-f"',
    "'-f'",
  ],
  scriptsOf: scriptsInYaml,
});
