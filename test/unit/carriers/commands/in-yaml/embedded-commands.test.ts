import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { embeddedCommandsCarrier } from '../../../../../server/src/carriers/commands/in-yaml/embedded-commands.ts';
import { applyEdits } from '../../../../../server/src/edits/edit.ts';
import { factsIn } from '../../../../support/read.ts';

/** What each place with a command sets, as the file has it: `key=value`, the marked texts joined. */
function settingsIn(text: string): readonly string[] {
  return factsIn(embeddedCommandsCarrier, text).flatMap((fact) =>
    fact.kind !== 'settings'
      ? []
      : [
          ...fact.settings.flatMap(({ value, keySpan, valueSpan }) =>
            value.kind === 'map'
              ? []
              : [
                  `${text.slice(keySpan.start, keySpan.end)}=${text.slice(valueSpan.start, valueSpan.end)}` +
                    (value.kind === 'unknown' ? '?' : ''),
                ],
          ),
          ...(fact.open ? ['open'] : []),
        ],
  );
}

function cured(text: string): string {
  const change = { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true } as const;
  const result = embeddedCommandsCarrier.write(text, { document: 0, path: [] }, change);
  return result.ok ? applyEdits(text, result.edits) : `refused: ${result.reason}`;
}

const kpr = '--set kubeProxyReplacement=true';
const cure = '--set socketLB.hostNamespaceOnly=true';
const install = `helm upgrade --install cilium cilium/cilium ${kpr}`;

interface Form {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

const forms: readonly Form[] = [
  {
    title: 'a step of GitHub Actions',
    before: `on: push\njobs:\n  up:\n    steps:\n      - uses: x/y@v1\n      - name: CNI\n        run: |\n          helm upgrade --install cilium cilium/cilium \\\n            --version \${{ inputs.version }} \\\n            ${kpr}\n          cilium status\n`,
    after: `on: push\njobs:\n  up:\n    steps:\n      - uses: x/y@v1\n      - name: CNI\n        run: |\n          helm upgrade --install cilium cilium/cilium \\\n            --version \${{ inputs.version }} \\\n            ${kpr} \\\n            ${cure}\n          cilium status\n`,
  },
  {
    title: 'a job of GitLab CI',
    before: `deploy:\n  script:\n    - kubectl version\n    - ${install} --version $[[ inputs.v ]]\n`,
    after: `deploy:\n  script:\n    - kubectl version\n    - ${install} ${cure} --version $[[ inputs.v ]]\n`,
  },
  {
    title: 'an item over several lines',
    before: `deploy:\n  script:\n    - helm upgrade --install cilium cilium/cilium\n      --version 1.16.4\n      ${kpr}\n`,
    after: `deploy:\n  script:\n    - helm upgrade --install cilium cilium/cilium\n      --version 1.16.4\n      ${kpr}\n      ${cure}\n`,
  },
  {
    title: 'a step of CircleCI',
    before: `jobs:\n  up:\n    steps:\n      - run:\n          name: CNI\n          command: ${install} --version << parameters.v >>\n`,
    after: `jobs:\n  up:\n    steps:\n      - run:\n          name: CNI\n          command: ${install} ${cure} --version << parameters.v >>\n`,
  },
  {
    title: 'a step of Drone',
    before: `kind: pipeline\nsteps:\n  - name: cni\n    commands:\n      - '${install}'\n`,
    after: `kind: pipeline\nsteps:\n  - name: cni\n    commands:\n      - '${install} ${cure}'\n`,
  },
  {
    title: 'a Taskfile',
    before: `version: '3'\ntasks:\n  cni:\n    cmds:\n      - task: cluster\n      - cmd: "${install} --version {{.CILIUM}}"\n`,
    after: `version: '3'\ntasks:\n  cni:\n    cmds:\n      - task: cluster\n      - cmd: "${install} ${cure} --version {{.CILIUM}}"\n`,
  },
  {
    title: 'a task of Ansible that is folded',
    before: `- hosts: all\n  tasks:\n    - name: CNI\n      ansible.builtin.command: >-\n        helm upgrade --install cilium cilium/cilium\n        --version {{ cilium_version }}\n        ${kpr}\n      register: out\n`,
    after: `- hosts: all\n  tasks:\n    - name: CNI\n      ansible.builtin.command: >-\n        helm upgrade --install cilium cilium/cilium\n        --version {{ cilium_version }}\n        ${kpr}\n        ${cure}\n      register: out\n`,
  },
  {
    title: 'a task of Ansible with cmd',
    before: `- name: CNI\n  shell:\n    cmd: cilium install ${kpr}\n  args:\n    creates: /x\n`,
    after: `- name: CNI\n  shell:\n    cmd: cilium install ${kpr} ${cure}\n  args:\n    creates: /x\n`,
  },
  {
    title: 'a task of Ansible with argv',
    before: `- name: CNI\n  command:\n    argv: [helm, install, cilium, cilium/cilium, "--set=kubeProxyReplacement=true"]\n`,
    after: `- name: CNI\n  command:\n    argv: [helm, install, cilium, cilium/cilium, "--set=kubeProxyReplacement=true", "--set=socketLB.hostNamespaceOnly=true"]\n`,
  },
  {
    title: 'the arguments of a container',
    before: `spec:\n  containers:\n    - image: x\n      command: [cilium]\n      args:\n        - install\n        - --set\n        - kubeProxyReplacement=true\n        - --set\n        - securityContext.capabilities.ciliumAgent={CHOWN,KILL}\n        - --wait # long\n`,
    after: `spec:\n  containers:\n    - image: x\n      command: [cilium]\n      args:\n        - install\n        - --set\n        - kubeProxyReplacement=true\n        - --set\n        - securityContext.capabilities.ciliumAgent={CHOWN,KILL}\n        - --set\n        - socketLB.hostNamespaceOnly=true\n        - --wait # long\n`,
  },
  {
    title: 'arguments for the program of the image',
    before: `containers:\n- image: docker.io/alpine/helm:3.16.2\n  args:\n  - 'install'\n  - 'cilium'\n  - 'cilium/cilium'\n  - '--set'\n  - 'kubeProxyReplacement=true'\n`,
    after: `containers:\n- image: docker.io/alpine/helm:3.16.2\n  args:\n  - 'install'\n  - 'cilium'\n  - 'cilium/cilium'\n  - '--set'\n  - 'kubeProxyReplacement=true'\n  - '--set'\n  - 'socketLB.hostNamespaceOnly=true'\n`,
  },
  {
    title: 'arguments with a line each in a flow list',
    before: `args: [\n  "helm", "install", "c", "cilium/cilium",\n  "--set=kubeProxyReplacement=true",\n]\n`,
    after: `args: [\n  "helm", "install", "c", "cilium/cilium",\n  "--set=kubeProxyReplacement=true",\n  "--set=socketLB.hostNamespaceOnly=true",\n]\n`,
  },
  {
    title: 'a script for the shell of a container',
    before: `command: ["/bin/sh", "-ec"]\nargs:\n  - |\n    ${install}\n`,
    after: `command: ["/bin/sh", "-ec"]\nargs:\n  - |\n    ${install} ${cure}\n`,
  },
  {
    title: 'a step of Cloud Build',
    before: `steps:\n  - name: gcr.io/x/helm\n    entrypoint: bash\n    args: ["-c", "${install} --wait"]\n`,
    after: `steps:\n  - name: gcr.io/x/helm\n    entrypoint: bash\n    args: ["-c", "${install} ${cure} --wait"]\n`,
  },
  {
    title: 'a command of cloud-init',
    before: `#cloud-config\nruncmd:\n  - ls\n  - [helm, install, cilium, cilium/cilium, --set, kubeProxyReplacement=true]\n`,
    after: `#cloud-config\nruncmd:\n  - ls\n  - [helm, install, cilium, cilium/cilium, --set, kubeProxyReplacement=true, --set, socketLB.hostNamespaceOnly=true]\n`,
  },
  {
    title: 'a script that cloud-init writes',
    before: `#cloud-config\nwrite_files:\n  - path: /x.sh\n    content: |\n      #!/bin/sh\n      ${install}\n`,
    after: `#cloud-config\nwrite_files:\n  - path: /x.sh\n    content: |\n      #!/bin/sh\n      ${install} ${cure}\n`,
  },
];

describe('commands in YAML', () => {
  for (const { title, before, after } of forms) {
    it(`are read and mended in ${title}`, () => {
      assert.equal(settingsIn(before)[0], 'kubeProxyReplacement=true');
      assert.equal(cured(before), after);
    });
  }

  it('know that a template stands where a value would', () => {
    assert.deepEqual(settingsIn('run: helm install c cilium/cilium --set a={{ x }},b=${{ y }}\n'), [
      'a={{ x }}?',
      'b=${{ y }}?',
    ]);
    assert.deepEqual(settingsIn('args: [cilium, install, --set, "a=$(A)", --set, "b=${B}"]\n'), [
      'a=$(A)?',
      'b=${B}?',
    ]);
  });

  it('may set anything where a template writes arguments', () => {
    for (const text of [
      'run: helm install c cilium/cilium --set a=b {{ args }}\n',
      'run: helm install c cilium/cilium {% if x %}--set a=b{% endif %}\n',
      'args:\n  - cilium\n  - install\n  - --set\n  - a=b\n  {{- range .x }}\n  - {{ . }}\n  {{- end }}\n',
    ]) {
      assert.equal(settingsIn(text).at(-1), 'open', text);
    }
  });

  it('point at arguments behind escapes', () => {
    assert.deepEqual(settingsIn('args: ["cilium", "install", "--set", "a\\u002eb=\\"c\\""]\n'), [
      'a\\u002eb=\\"c\\"',
    ]);
  });

  const silent = {
    'names and descriptions': `name: ${install}\ndescription: ${install}\n`,
    'a script that is encrypted': `script: !vault |\n  ${install}\n`,
    'a step that only a template writes': `{{ if .x }}\nrun: ${install}\n{{ end }}\n`,
    'a list of arguments that is no command': 'args: [--set, kubeProxyReplacement=true]\n',
    'a comment of a script': `run: |\n  # ${install}\n`,
  };
  for (const [title, text] of Object.entries(silent)) {
    it(`are not found in ${title}`, () => assert.deepEqual(settingsIn(text), []));
  }

  it('are not changed where the form has no room', () => {
    assert.equal(cured(`x: &x\n  run: ${install}\ny: *x\n`), 'refused: shared-anchor');
    assert.equal(cured(`run: "${install}\n  --wait"\n`), 'refused: gone');
    assert.equal(cured(`run: ls\n`), 'refused: gone');
  });
});
