import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';

import { hoverOver } from '../asking.ts';
import { closeAll, fileOf, open, placeOf, until } from '../workspace.ts';

describe('Hovering', () => {
  afterEach(closeAll);

  it('over a key tells which value holds, and which layer decides so', async () => {
    const text = await textOver('values.yaml', 'routingMode', /decided by/);
    assert.match(
      text,
      /In force here:\*\* `native` for Cilium 1\.16\.4, decided by \[prod\.yaml line 2\]\(.*prod\.yaml#L2\)/,
    );
  });

  it('over a key that a command sets tells the same in the script', async () => {
    const text = await textOver('install.sh', 'k8sServicePort', /decided by/);
    assert.match(text, /^\*\*`k8sServicePort`\*\*/);
    assert.match(text, /In force here:\*\* `6443` for Cilium 1\.16\.4, decided by \[install\.sh line 1\]/);
  });

  it('over a label tells what it does to pods', async () => {
    const text = await textOver('namespace.yaml', 'istio-injection', /takes pods in/);
    assert.match(text, /`enabled` takes pods in, as a label of a namespace/);
  });

  it('over a field of a policy tells what it does, and what to know beside a mesh', async () => {
    const text = await textOver('policies.yaml', 'http:', /CiliumNetworkPolicy/);
    assert.match(text, /^\*\*`http`\*\* · CiliumNetworkPolicy/);
    assert.match(text, /\*\*Meshes:\*\*/);
    assert.match(text, /l7-policy-on-mesh-traffic/);
  });

  it('over anything else says nothing', async () => {
    await textOver('web.yaml', 'containers', /^$/);
  });
});

/** What is said over a text, once it says what is awaited: the workspace is read first. */
async function textOver(file: string, text: string, awaited: RegExp): Promise<string> {
  const editor = await open(fileOf(file));
  const place = placeOf(editor, text).start.translate(0, 1);
  return until(`a hover that says ${String(awaited)}`, async () => {
    const said = await hoverOver(editor, place);
    return awaited.test(said) ? said : undefined;
  });
}
