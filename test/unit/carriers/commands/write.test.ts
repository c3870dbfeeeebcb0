import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change } from '../../../../server/src/edits/edit.ts';
import { written } from './script.ts';

const cure: Change = { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true };

interface Case {
  readonly title: string;
  readonly change?: Change;
  readonly before: string;
  readonly after: string;
}

function check(cases: readonly Case[]): void {
  for (const { title, change = cure, before, after } of cases) {
    it(title, () => {
      assert.equal(written(before, change), after);
    });
  }
}

describe('set adds an argument', () => {
  check([
    {
      title: 'behind the last --set of a line',
      before:
        'helm upgrade --install cilium cilium/cilium --version 1.13.2 --namespace kube-system --set ipam.mode=kubernetes --set kubeProxyReplacement=strict --set k8sServiceHost=kind1-control-plane --set k8sServicePort=6443\n',
      after:
        'helm upgrade --install cilium cilium/cilium --version 1.13.2 --namespace kube-system --set ipam.mode=kubernetes --set kubeProxyReplacement=strict --set k8sServiceHost=kind1-control-plane --set k8sServicePort=6443 --set socketLB.hostNamespaceOnly=true\n',
    },
    {
      title: 'on a line of its own where each --set has one, ending the line before with a backslash',
      before:
        'helm upgrade --install cilium cilium/cilium --version 1.13.2 \\\n  --namespace kube-system \\\n  --set ipam.mode=kubernetes \\\n  --set kubeProxyReplacement=strict\necho done\n',
      after:
        'helm upgrade --install cilium cilium/cilium --version 1.13.2 \\\n  --namespace kube-system \\\n  --set ipam.mode=kubernetes \\\n  --set kubeProxyReplacement=strict \\\n  --set socketLB.hostNamespaceOnly=true\necho done\n',
    },
    {
      title: 'in front of what follows the last --set',
      before: 'helm install c cilium/cilium \\\n\t--set a=1 \\\n\t--wait',
      after:
        'helm install c cilium/cilium \\\n\t--set a=1 \\\n\t--set socketLB.hostNamespaceOnly=true \\\n\t--wait',
    },
    {
      title: 'with the line breaks of the file',
      before: 'helm install c cilium/cilium \\\r\n  --set a=1\r\n',
      after:
        'helm install c cilium/cilium \\\r\n  --set a=1 \\\r\n  --set socketLB.hostNamespaceOnly=true\r\n',
    },
    {
      title: 'with its backslash in the column of the others',
      before:
        'helm install c cilium/cilium              \\\n  --set ipam.mode=kubernetes              \\\n  --set a=1                               \\\n  --wait\n',
      after:
        'helm install c cilium/cilium              \\\n  --set ipam.mode=kubernetes              \\\n  --set a=1                               \\\n  --set socketLB.hostNamespaceOnly=true   \\\n  --wait\n',
    },
    {
      title: 'on the line of the last --set where it shares one',
      before: 'helm install c cilium/cilium \\\n  --set a=1 --set b=2 \\\n  --wait',
      after:
        'helm install c cilium/cilium \\\n  --set a=1 --set b=2 --set socketLB.hostNamespaceOnly=true \\\n  --wait',
    },
    {
      title: 'behind the last argument where there is no --set',
      before: 'helm install c cilium/cilium -f a.yaml\n',
      after: 'helm install c cilium/cilium -f a.yaml --set socketLB.hostNamespaceOnly=true\n',
    },
    {
      title: 'behind the last argument on a line of its own',
      before: 'helm install c cilium/cilium \\\n    -n kube-system \\\n    -f a.yaml\n',
      after:
        'helm install c cilium/cilium \\\n    -n kube-system \\\n    -f a.yaml \\\n    --set socketLB.hostNamespaceOnly=true\n',
    },
    {
      title: 'in front of pipes, redirections, operators and comments',
      before: 'helm template c cilium/cilium -f - <<EOF 2>&1 | kubectl apply -f - && x # y\na: 1\nEOF\n',
      after:
        'helm template c cilium/cilium -f - --set socketLB.hostNamespaceOnly=true <<EOF 2>&1 | kubectl apply -f - && x # y\na: 1\nEOF\n',
    },
    {
      title: 'spelt as its neighbour is',
      before: 'helm install c cilium/cilium --set="a=1" -n x',
      after: 'helm install c cilium/cilium --set="a=1" --set="socketLB.hostNamespaceOnly=true" -n x',
    },
    {
      title: 'in the quotes of its neighbour',
      before: "helm install c cilium/cilium --set-string 'a=1'",
      after: "helm install c cilium/cilium --set-string 'a=1' --set 'socketLB.hostNamespaceOnly=true'",
    },
    {
      title: 'into the list where a single list is all there is',
      before: 'helm install c cilium/cilium --set "a=1,b=2" -n x',
      after: 'helm install c cilium/cilium --set "a=1,b=2,socketLB.hostNamespaceOnly=true" -n x',
    },
    {
      title: 'beside lists where there are several',
      before: 'helm install c cilium/cilium --set a=1,b=2 --set c=3,d=4',
      after: 'helm install c cilium/cilium --set a=1,b=2 --set c=3,d=4 --set socketLB.hostNamespaceOnly=true',
    },
    {
      title: 'to the Cilium command line',
      before: 'cilium install --version 1.14.1\n',
      after: 'cilium install --version 1.14.1 --set socketLB.hostNamespaceOnly=true\n',
    },
    {
      title: 'to the first Cilium command line under its old name',
      before: 'cilium install --kube-proxy-replacement=strict\n',
      after: 'cilium install --kube-proxy-replacement=strict --helm-set socketLB.hostNamespaceOnly=true\n',
    },
    {
      title: 'to a recipe with its tab',
      before: 'cilium:\n\t@helm install c cilium/cilium \\\n\t\t--set a=1\n\techo\n',
      after:
        'cilium:\n\t@helm install c cilium/cilium \\\n\t\t--set a=1 \\\n\t\t--set socketLB.hostNamespaceOnly=true\n\techo\n',
    },
    {
      title: 'that overrules what JSON says',
      before: `helm install c cilium/cilium --set-json 'socketLB={"hostNamespaceOnly":false}'`,
      after: `helm install c cilium/cilium --set-json 'socketLB={"hostNamespaceOnly":false}' --set 'socketLB.hostNamespaceOnly=true'`,
    },
    {
      title: 'of text that --set would take for a number',
      change: { op: 'set', path: ['a.b'], value: '7' },
      before: 'helm install c cilium/cilium',
      after: "helm install c cilium/cilium --set-string 'a\\.b=7'",
    },
    {
      title: 'in quotes where the shell would not leave it alone, and make neither',
      change: { op: 'set', path: ['a'], value: "it's $5" },
      before: 'x:\n\thelm install c cilium/cilium',
      after: `x:\n\thelm install c cilium/cilium --set "a=it's \\$$5"`,
    },
  ]);

  it('to the command that the address names', () => {
    const before = 'helm install a cilium/cilium\nhelm install b cilium/cilium\n';
    const after =
      'helm install a cilium/cilium\nhelm install b cilium/cilium --set socketLB.hostNamespaceOnly=true\n';
    assert.equal(written(before, cure, 1), after);
  });
});

describe('set changes a value where it stands', () => {
  check([
    {
      title: 'in a list, without quotes',
      before: 'helm install c cilium/cilium --set a=1,socketLB.hostNamespaceOnly=false,b=2',
      after: 'helm install c cilium/cilium --set a=1,socketLB.hostNamespaceOnly=true,b=2',
    },
    {
      title: 'in quotes',
      before: `helm install c cilium/cilium --set 'socketLB.hostNamespaceOnly=false' --set b="2"`,
      after: `helm install c cilium/cilium --set 'socketLB.hostNamespaceOnly=true' --set b="2"`,
    },
    {
      title: 'in quotes of its own',
      before: 'helm install c cilium/cilium --set socketLB.hostNamespaceOnly="false"',
      after: 'helm install c cilium/cilium --set socketLB.hostNamespaceOnly="true"',
    },
    {
      title: 'in empty quotes',
      before: 'helm install c cilium/cilium --set socketLB.hostNamespaceOnly=""',
      after: 'helm install c cilium/cilium --set socketLB.hostNamespaceOnly="true"',
    },
    {
      title: 'that is missing',
      before: 'helm install c cilium/cilium --set socketLB.hostNamespaceOnly= --wait',
      after: 'helm install c cilium/cilium --set socketLB.hostNamespaceOnly=true --wait',
    },
    {
      title: 'that comes from a variable',
      before: 'X=false\nhelm install c cilium/cilium --set "socketLB.hostNamespaceOnly=$X,a=$Y"',
      after: 'X=false\nhelm install c cilium/cilium --set "socketLB.hostNamespaceOnly=true,a=$Y"',
    },
    {
      title: 'with another flag where the old one makes text of it',
      before: 'helm install c cilium/cilium --set-string=socketLB.hostNamespaceOnly=false',
      after: 'helm install c cilium/cilium --set=socketLB.hostNamespaceOnly=true',
    },
    {
      title: 'by taking it out of a list that makes text of it',
      before: 'helm install c cilium/cilium --set-string socketLB.hostNamespaceOnly=false,a=1 --wait',
      after: 'helm install c cilium/cilium --set-string a=1 --set socketLB.hostNamespaceOnly=true --wait',
    },
    {
      title: 'and changes the quotes where they cannot hold it',
      change: { op: 'set', path: ['a'], value: "it's" },
      before: "helm install c cilium/cilium --set 'a=1' --set b='x y'",
      after: `helm install c cilium/cilium --set "a=it's" --set b='x y'`,
    },
    {
      title: 'that is quoted in parts, with its variables',
      change: { op: 'set', path: ['a'], value: true },
      before: 'helm install c cilium/cilium --set=a="$X"-y\'z\',b="$Y"',
      after: 'helm install c cilium/cilium --set=a=true,b="$Y"',
    },
    {
      title: 'and quotes it as its surroundings ask for',
      change: { op: 'set', path: ['a'], value: 'x, "y"' },
      before: 'helm install c cilium/cilium --set "a=1" --wait',
      after: 'helm install c cilium/cilium --set "a=x\\\\, \\"y\\"" --wait',
    },
    {
      title: 'of the assignment that wins',
      change: { op: 'set', path: ['a'], value: 3 },
      before: 'helm install c cilium/cilium --set a=1 --set a=2',
      after: 'helm install c cilium/cilium --set a=1 --set a=3',
    },
    {
      title: 'of a flag that stands for a value',
      change: { op: 'set', path: ['kubeProxyReplacement'], value: 'partial' },
      before: 'cilium install --kube-proxy-replacement strict',
      after: 'cilium install --kube-proxy-replacement partial',
    },
    {
      title: 'of an agent flag',
      change: { op: 'set', path: ['extraConfig', 'bpf-lb-sock-hostns-only'], value: true },
      before: 'cilium install --config a=b,bpf-lb-sock-hostns-only=false',
      after: 'cilium install --config a=b,bpf-lb-sock-hostns-only=true',
    },
  ]);
});

describe('rename', () => {
  const change: Change = { op: 'rename', from: ['hostServices'], to: ['socketLB'] };
  check([
    {
      title: 'changes the key of every assignment below it',
      change,
      before: `helm install c cilium/cilium --set hostServices.enabled=true,a=1 --set-string 'hostServices.x[0]=$X'`,
      after: `helm install c cilium/cilium --set socketLB.enabled=true,a=1 --set-string 'socketLB.x[0]=$X'`,
    },
    {
      title: 'can move a key to another map',
      change: { op: 'rename', from: ['a', 'b'], to: ['c.d', 'e', 'f'] },
      before: 'helm install c cilium/cilium --set "a.b=1,a.x=2"',
      after: 'helm install c cilium/cilium --set "c\\\\.d.e.f=1,a.x=2"',
    },
    {
      title: 'can rename an agent flag',
      change: { op: 'rename', from: ['extraConfig', 'a'], to: ['extraConfig', 'b'] },
      before: 'cilium install --config a=1',
      after: 'cilium install --config b=1',
    },
  ]);

  it('refuses what is absent, what is there already and what has no key of its own', () => {
    assert.equal(written('helm install c cilium/cilium --set a=1', change), 'refused: absent');
    assert.equal(
      written('helm install c cilium/cilium --set hostServices.x=1,socketLB.x=2', change),
      'refused: already-set',
    );
    assert.equal(
      written('cilium install --ipam x', { op: 'rename', from: ['ipam'], to: ['b'] }),
      'refused: unsupported-layout',
    );
  });
});

describe('remove', () => {
  const change: Change = { op: 'remove', path: ['a'] };
  check([
    {
      title: 'takes an assignment out of a list',
      change,
      before: 'helm install c cilium/cilium --set a=1,b=2 --set "c=3,a.d=4" --set c=3,a=1,a=2,d=4',
      after: 'helm install c cilium/cilium --set b=2 --set "c=3" --set c=3,d=4',
    },
    {
      title: 'takes the flag with the last one',
      change,
      before: 'helm install c cilium/cilium --set a=1 --set=a.b=2 --set b=3 --set a.c=1 # x',
      after: 'helm install c cilium/cilium --set b=3 # x',
    },
    {
      title: 'takes the line with the flag',
      change,
      before: 'helm install c cilium/cilium \\\n  --set a=1 \\\n  --set b=2\n',
      after: 'helm install c cilium/cilium \\\n  --set b=2\n',
    },
    {
      title: 'takes the backslash before the last line with it',
      change,
      before: 'helm install c cilium/cilium \\\r\n  --set b=2 \\\r\n  --set a=1\r\necho\r\n',
      after: 'helm install c cilium/cilium \\\r\n  --set b=2\r\necho\r\n',
    },
    {
      title: 'leaves the rest of a line',
      change,
      before: 'helm install c cilium/cilium \\\n  --set a=1 --set a.b=1 --set b=2 \\\n  --wait\n',
      after: 'helm install c cilium/cilium \\\n  --set b=2 \\\n  --wait\n',
    },
    {
      title: 'takes neighbours and their lines',
      change,
      before: 'x:\n\thelm install c cilium/cilium \\\n\t  --set a=1 \\\n\t  --set a.b=1\n\techo\n',
      after: 'x:\n\thelm install c cilium/cilium\n\techo\n',
    },
    {
      title: 'takes a flag that stands for a value',
      change: { op: 'remove', path: ['kubeProxyReplacement'] },
      before: 'cilium install --kube-proxy-replacement=strict --wait',
      after: 'cilium install --wait',
    },
  ]);

  it('refuses what is absent', () => {
    assert.equal(written('helm install c cilium/cilium --set b=1', change), 'refused: absent');
  });
});

describe('a command that cannot be changed', () => {
  it('is one that is gone', () => {
    assert.equal(written('echo', cure), 'refused: gone');
    assert.equal(written('helm install c cilium/cilium', cure, 1), 'refused: gone');
  });

  it('is one whose values have another shape there', () => {
    assert.equal(written('helm install c cilium/cilium --set socketLB=1', cure), 'refused: holds-scalar');
    assert.equal(written('helm install c cilium/cilium --set socketLB={a}', cure), 'refused: holds-list');
    const map: Change = { op: 'set', path: ['socketLB'], value: true };
    assert.equal(
      written('helm install c cilium/cilium --set socketLB.enabled=true', map),
      'refused: not-a-scalar',
    );
  });

  it('is one where the change would not be the only one', () => {
    const empty: Change = { op: 'set', path: ['a', ''], value: true };
    assert.equal(written('helm install c cilium/cilium', empty), 'refused: not-writable');
  });
});
