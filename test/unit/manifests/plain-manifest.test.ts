import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainManifests } from '../../../server/src/manifests/plain-manifest.ts';
import { objectsIn } from '../../support/read.ts';

const inShort = (manifests: ReturnType<typeof plainManifests>) =>
  manifests?.map(({ apiVersion, kind, name, namespace }) => ({ apiVersion, kind, name, namespace }));

const written = (text: string) =>
  objectsIn(text).map(({ apiVersion, kind, name, namespace }) => ({ apiVersion, kind, name, namespace }));

describe('plainManifests', () => {
  const ordinary: Readonly<Record<string, string>> = {
    'a document':
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\n  namespace: shop\nspec:\n  clusterIP: None\n',
    'several documents':
      '---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n---\n# nothing\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: b\n',
    'quotes, comments and another order':
      'kind: "Service" # of the cart\nmetadata: # who\n    # what\n\n    namespace: \'shop\'\n    labels:\n      name: other\n    name: "cart"\napiVersion: v1\n',
    'line ends of Windows':
      'apiVersion: v1\r\nkind: Service\r\nmetadata:\r\n  name: cart\r\nspec:\r\n  ports: []\r\n',
    'no final newline': 'kind: Pod\napiVersion: v1\nmetadata:\n  name: cart',
    'a name further down':
      'apiVersion: v1\nkind: Pod\nmetadata:\n  generateName: x-\nspec:\n  containers:\n    - name: cart\n',
  };
  for (const [what, text] of Object.entries(ordinary)) {
    it(`reads ${what} as a parser does`, () =>
      assert.deepEqual(inShort(plainManifests(text)), written(text)));
  }

  const others: Readonly<Record<string, string>> = {
    templates: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}\n',
    'maps in flow style': 'apiVersion: v1\nkind: Service\nmetadata: { name: cart }\n',
    'pods in flow style': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: cart\nspec: { hostNetwork: true }\n',
    'what is no manifest': 'kubeProxyReplacement: true\n',
    'a list of objects in one line': '[a, b]\n',
  };
  for (const [what, text] of Object.entries(others)) {
    it(`leaves ${what} to the parser`, () => assert.equal(plainManifests(text), undefined));
  }
});
