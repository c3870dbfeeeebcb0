import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import {
  commands,
  type DocumentLink,
  type DocumentSymbol,
  type Location,
  type Position,
  type SymbolInformation,
  type TextEditor,
} from 'vscode';

import { definitionsAt, placesOf, referencesAt } from '../asking.ts';
import { withFile } from '../files.ts';
import { closeAll, fileOf, open, placeOf, until } from '../workspace.ts';

describe('A key', () => {
  afterEach(closeAll);

  it('leads to the layer that decides, and to all that set it', async () => {
    const editor = await open(fileOf('values.yaml'));
    const place = placeOf(editor, 'routingMode').start;
    assert.deepEqual(await ask(definitionsAt, editor, place), ['prod.yaml:2']);
    assert.deepEqual(await ask(referencesAt, editor, place), ['prod.yaml:2', 'values.yaml:4']);
  });

  it('leads from the layer that decides to the others', async () => {
    const editor = await open(fileOf('prod.yaml'));
    const place = placeOf(editor, 'routingMode').start;
    assert.deepEqual(await ask(referencesAt, editor, place), ['prod.yaml:2', 'values.yaml:4']);
  });

  it('leads from a values file into the command that overrules it', async () => {
    const editor = await open(fileOf('values.yaml'));
    await editor.edit((edit) =>
      edit.insert(placeOf(editor, '  routingMode').start, '  k8sServicePort: 8443\n'),
    );
    const place = placeOf(editor, 'k8sServicePort').start;
    assert.deepEqual(await ask(definitionsAt, editor, place), ['install.sh:1']);
  });
});

describe('The name of a file', () => {
  afterEach(closeAll);

  it('in a command is a link to it', async () => {
    const editor = await open(fileOf('install.sh'));
    const links = await until('links', async () => {
      const found = await commands.executeCommand<DocumentLink[]>(
        'vscode.executeLinkProvider',
        editor.document.uri,
        10,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      links.map(({ range, target }) => [editor.document.getText(range), target?.toString()]),
      [
        ['.', fileOf('Chart.yaml').toString()],
        ['values.yaml', fileOf('values.yaml').toString()],
        ['prod.yaml', fileOf('prod.yaml').toString()],
      ],
    );
  });

  it('and of an object leads to it', async () => {
    const release = fileOf('flux.yaml');
    await withFile(release, fluxRelease, async () => {
      const editor = await open(release);
      const place = placeOf(editor, 'name: settings').end;
      assert.deepEqual(await ask(definitionsAt, editor, place), ['flux.yaml:22']);
      await closeAll();
    });
  });
});

const fluxRelease = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: cilium
  namespace: flux-system
spec:
  chart:
    spec:
      chart: cilium
      version: 1.16.4
      sourceRef: { kind: HelmRepository, name: cilium }
  valuesFrom:
    - kind: ConfigMap
      name: settings
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: flux-system
data:
  values.yaml: |
    routingMode: native
`;

describe('A selector', () => {
  afterEach(closeAll);

  for (const [kind, text] of [
    ['of a CiliumNetworkPolicy', 'endpointSelector'],
    ['of a NetworkPolicy', 'podSelector'],
    ['of an AuthorizationPolicy', 'selector:\n    matchLabels:\n      app: web\n---'],
    ['of a DestinationRule, its host,', 'host: web'],
  ] as const) {
    it(`${kind} leads to the workloads`, async () => {
      const editor = await open(fileOf('policies.yaml'));
      assert.deepEqual(await ask(definitionsAt, editor, placeOf(editor, text).start), ['web.yaml:5']);
    });
  }

  it('that fits no pod leads nowhere', async () => {
    const editor = await open(fileOf('policies.yaml'));
    await ask(definitionsAt, editor, placeOf(editor, 'endpointSelector').start);
    await editor.edit((edit) => edit.replace(placeOf(editor, 'app: web'), 'app: other'));
    const place = placeOf(editor, 'endpointSelector').start;
    assert.deepEqual(await definitionsAt(editor, place), []);
  });
});

describe('A workload and a namespace', () => {
  afterEach(closeAll);

  const policies = ['policies.yaml:24', 'policies.yaml:33', 'policies.yaml:4', 'policies.yaml:43'];

  it('lead to the policies that apply, from the name', async () => {
    const editor = await open(fileOf('web.yaml'));
    const place = placeOf(editor, 'web\n  namespace').start;
    assert.deepEqual(await ask(referencesAt, editor, place), policies);
  });

  it('lead to the policies that apply, from a label', async () => {
    const editor = await open(fileOf('namespace.yaml'));
    const place = placeOf(editor, 'istio-injection').start;
    assert.deepEqual(await ask(referencesAt, editor, place), policies);
  });

  it('of another namespace lead to none', async () => {
    const editor = await open(fileOf('job.yaml'));
    assert.deepEqual(await referencesAt(editor, placeOf(editor, 'import').start), []);
  });
});

describe('Symbols', () => {
  afterEach(closeAll);

  it('of a file are its policies', async () => {
    const { document } = await open(fileOf('policies.yaml'));
    const symbols = await until('symbols', async () => {
      const found = await commands.executeCommand<DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found !== undefined && found.length > 0 ? found : undefined;
    });
    const ofPolicies = symbols.filter(({ detail }) => detail.endsWith(' in shop'));
    assert.deepEqual(
      ofPolicies.map(({ name, detail }) => `${name}: ${detail}`),
      [
        'web-http: CiliumNetworkPolicy in shop',
        'closed: NetworkPolicy in shop',
        'web-callers: AuthorizationPolicy in shop',
        'web-pool: DestinationRule in shop',
      ],
    );
    assert.equal(document.getText(ofPolicies[1]?.selectionRange), 'closed');
  });

  it('of the workspace are found by name, those of closed files as well', async () => {
    await open(fileOf('job.yaml'));
    for (const [query, place] of [
      ['web-callers', 'policies.yaml:33'],
      ['Cilium 1.16.4', 'install.sh:1'],
    ] as const) {
      const found = await until(`the symbol ${query}`, async () => {
        const symbols = await commands.executeCommand<SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          query,
        );
        return symbols.find(({ name }) => name === query);
      });
      assert.deepEqual(placesOf([found.location]), [place]);
    }
  });
});

type Question = (editor: TextEditor, place: Position) => Promise<readonly Location[]>;

/** Where a question leads, once it leads anywhere: the workspace is read first. */
function ask(question: Question, editor: TextEditor, place: Position): Promise<readonly string[]> {
  return until('places', async () => {
    const found = placesOf(await question(editor, place));
    return found.length > 0 ? found : undefined;
  });
}
