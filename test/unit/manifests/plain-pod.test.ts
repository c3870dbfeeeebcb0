import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsedFacts, plainFacts } from '../../../server/src/manifests/workload-reader.ts';
import { sourceFile } from '../../../server/src/source/file.ts';

const head = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\n';
const withSpec = (spec: string, labels = '      labels:\n        app: web\n'): string =>
  `${head}spec:\n  template:\n    metadata:\n${labels}    spec:\n${spec}`;
const containers = '      containers:\n        - name: web\n          image: web:1\n';

const without = (facts: ReturnType<typeof plainFacts>) =>
  facts?.map((fact) => Object.fromEntries(Object.entries(fact).filter(([key]) => key !== 'span')));
const parsed = (text: string) => without(parsedFacts(sourceFile('file:///a.yaml', 'yaml', text)));

describe('workloads read line by line', () => {
  const ordinary: Readonly<Record<string, string>> = {
    'pods with labels': withSpec(containers),
    'pods without labels': withSpec(containers, '      name: web\n'),
    'empty labels': withSpec(containers, '      labels: {}\n'),
    'labels in quotes, with comments and blank lines': withSpec(
      containers,
      '      labels: # all\n\n        # the app\n        app.kubernetes.io/name: "web"\n        tier: \'front\' # sic\n        version: "1"\n      annotations:\n        app: other\n',
    ),
    'labels that come last': withSpec(containers, '      name: x\n      labels:\n        a: b\n'),
    'a service account': withSpec(`      serviceAccountName: web\n${containers}`),
    'a service account by its old name': withSpec(`${containers}      serviceAccount: "old"\n`),
    'ports with names': withSpec(
      `${containers}          ports:\n            - containerPort: 80\n              name: http\n              protocol: TCP\n            - name: metrics\n              containerPort: 9090\n            - containerPort: 7\n            - name: nothing\n          env:\n            - name: PORT\n              value: "80"\n`,
    ),
    'ports at the indentation of their key': withSpec(
      '      containers:\n      - name: web\n        ports:\n        - name: http\n          containerPort: 80\n        - containerPort: 81\n          name: admin\n      - name: other\n        ports:\n        -   containerPort: 90\n            name: wide\n',
    ),
    'a port as text': withSpec(
      `${containers}          ports:\n            - name: http\n              containerPort: "80"\n`,
    ),
    probes: withSpec(`${containers}          livenessProbe:\n            httpGet:\n              path: /\n`),
    'probes by commands': withSpec(
      `${containers}          livenessProbe:\n            exec:\n              command:\n                - x\n`,
    ),
    'a pod':
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels:\n    app: a\nspec:\n  serviceAccountName: a\n',
    'a CronJob':
      'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: a\nspec:\n  jobTemplate:\n    spec:\n      template:\n        metadata:\n          labels:\n            app: a\n        spec:\n          containers: []\n',
    'a block of text that looks like labels': withSpec(
      `${containers}          args:\n            - |\n              labels:\n                app: other\n`,
    ),
    'line ends of Windows': withSpec(containers).replaceAll('\n', '\r\n'),
    'a namespace': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    team: a\n',
    'a namespace without labels': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n',
    'a Service': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\nspec:\n  clusterIP: None\n',
  };
  for (const [what, text] of Object.entries(ordinary)) {
    it(`are ${what}, as a parser reads them`, () => {
      const plain = without(plainFacts(text));
      assert.ok(plain !== undefined && plain.length > 0);
      assert.deepEqual(plain, parsed(text));
    });
  }

  const special: Readonly<Record<string, string>> = {
    'labels by an alias': withSpec(containers, '      labels: *labels\n'),
    'labels with an anchor': withSpec(containers, '      labels: &labels\n        app: web\n'),
    'labels that bring in others': withSpec(
      containers,
      '      labels:\n        <<: *common\n        app: web\n',
    ),
    'labels with odd values': withSpec(containers, '      labels:\n        app: a b\n'),
    'labels without a value': withSpec(containers, '      labels:\n        app:\n'),
    'labels that are null': withSpec(containers, '      labels:\n        app: null\n'),
    'keys in quotes': withSpec(containers, '      "labels":\n        app: web\n'),
    'a namespace with odd labels':
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: *all\n',
  };
  for (const [what, text] of Object.entries(special)) {
    it(`are left to the parser where there are ${what}`, () => assert.equal(plainFacts(text), undefined));
  }

  it('may have labels, accounts and probes that only a template knows', () => {
    const text = withSpec(
      '      serviceAccountName: {{ .Values.account }}\n      containers:\n        {{- toYaml .Values.containers | nindent 8 }}\n',
      '      labels:\n        app: web\n        release: {{ .Release.Name }}\n        {{- include "labels" . | nindent 8 }}\n',
    );
    assert.equal(plainFacts(text), undefined);
    assert.deepEqual(
      parsedFacts(sourceFile('file:///a.yaml', 'yaml', text)).map((fact) =>
        fact.kind === 'workload' ? [fact.labels, fact.serviceAccount, fact.isProbed] : [],
      ),
      [[{ known: { app: 'web' }, unknown: ['release'], open: true }, undefined, 'unknown']],
    );
  });
});
