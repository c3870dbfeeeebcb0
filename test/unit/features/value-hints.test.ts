import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engineOver, shop, uriIn } from '../../support/features/shop.ts';

function hintsIn(files: Readonly<Record<string, string>>, path: string): readonly string[] {
  const text = files[path] ?? '';
  return engineOver(files)
    .inquiry.valueHints(uriIn(path), 0, text.length)
    .map(
      ({ key, decisions, others }) =>
        `${key} ← ${decisions.map((one) => one.text).join(', ')}${others === 0 ? '' : ` +${others}`}`,
    );
}

const install = (...flags: readonly string[]): string =>
  `helm install cilium cilium/cilium ${flags.join(' ')}\n`;

describe('hints on values', () => {
  const base = 'kubeProxyReplacement: true\nroutingMode: tunnel\nipam:\n  mode: kubernetes\n';

  it('tell what another layer makes of them, and which', () => {
    const files = {
      'base.yaml': base,
      'prod.yaml': 'routingMode: native\n',
      'install.sh': install('-f base.yaml -f prod.yaml'),
    };
    assert.deepEqual(hintsIn(files, 'base.yaml'), ['routingMode ← native in prod.yaml']);
    assert.deepEqual(hintsIn(files, 'prod.yaml'), []);
  });

  it('stay silent where the other layer says the same', () => {
    const files = {
      'base.yaml': base,
      'prod.yaml': 'routingMode: tunnel\n',
      'install.sh': install('-f base.yaml -f prod.yaml'),
    };
    assert.deepEqual(hintsIn(files, 'base.yaml'), []);
  });

  it('tell what is removed, replaced, or known to a template only', () => {
    const lists = `${base}extraArgs: [--a]\n`;
    const over = 'routingMode: null\nipam:\n  mode: ${MODE}\nextraArgs: [--b]\n';
    const files = {
      'base.yaml': lists,
      'over.yaml': over,
      'install.sh': install('-f base.yaml -f over.yaml'),
    };
    assert.deepEqual(hintsIn(files, 'base.yaml'), [
      'routingMode ← removed in over.yaml',
      'ipam.mode ← set in over.yaml',
      'extraArgs ← replaced in over.yaml',
    ]);
  });

  it('name each of several installs, at most two', () => {
    const files = {
      'base.yaml': base,
      ...Object.fromEntries(
        ['a', 'b', 'c'].flatMap((name) => [
          [`${name}.yaml`, `routingMode: native # ${name}\n`],
          [`${name}.sh`, install(`-f base.yaml -f ${name}.yaml`)],
        ]),
      ),
    };
    assert.deepEqual(hintsIn(files, 'base.yaml'), ['routingMode ← native in a.yaml, native in b.yaml +1']);
  });

  it('tell files of the same name apart by their folder, and places of the same file by their line', () => {
    const files = {
      'base/values.yaml': base,
      'prod/values.yaml': 'routingMode: native\n',
      'install.sh': install('-f base/values.yaml -f prod/values.yaml'),
      'twice.sh': install(
        '--set routingMode=tunnel',
        '-f prod/values.yaml',
        '--set-string routingMode=native',
      ),
    };
    assert.deepEqual(hintsIn(files, 'base/values.yaml'), ['routingMode ← native in prod/values.yaml']);
  });

  it('are given for the part of the file that is asked for', () => {
    const files = {
      'base.yaml': base,
      'prod.yaml': 'routingMode: native\n',
      'install.sh': install('-f base.yaml -f prod.yaml'),
    };
    assert.deepEqual(engineOver(files).inquiry.valueHints(uriIn('base.yaml'), 0, 20), []);
  });

  it('are none for what no file overrules', () => {
    assert.deepEqual(hintsIn(shop, 'values.yaml'), []);
  });
});
