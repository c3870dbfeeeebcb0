import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import '../../../properties/settings.ts';
import { helmCommandCarrier } from '../../../../server/src/carriers/commands/helm-command.ts';
import { applyEdits, type Change } from '../../../../server/src/edits/edit.ts';
import { commandsIn, factsIn, layersIn, settingsIn } from './script.ts';

const scripts = [
  '#!/bin/bash\nset -e\nV=1.13.2\nhelm upgrade --install cilium cilium/cilium --version "$V" \\\n  --set a.b=true \\\n  --set-string "c=d,e=$(x "y")" | tee out.yaml\n',
  'cilium install --kube-proxy-replacement=strict --config a=b --helm-set c={d,e} # done\n',
  "helm template cilium cilium-1.14.2.tgz --set-json 'a={\"b\":[1,null]}' -f - <<-'EOF' > x.yaml\n\ta: b\n\tEOF\n",
  '.PHONY: all\nV ?= 1.2\nall: x\n\t@$(HELM) install c cilium/cilium --version=$(V) \\\r\n\t  --set=a="$$X",b[0].c=1\r\n',
  'f() { case $1 in a) helm install c cilium/cilium "${A[@]}" --set a=${B:-c};; esac; }\n',
];
const fragments = [
  '"',
  "'",
  '`',
  '$(',
  '${',
  ')',
  '}',
  '\\',
  '\n',
  '\r\n',
  '<<EOF\n',
  '\t',
  '#',
  '{',
  '=',
  ',',
  '[',
  '--set ',
  '$$',
  '\0',
  '😀',
  "$'",
  '((',
  ';;',
  '|',
  'helm install ',
  'a:\n\t',
];

/** A real-looking script with pieces cut out, put in and swapped. */
const mutated = fc
  .tuple(
    fc.constantFrom(...scripts),
    fc.array(fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 12 }), fc.constantFrom('', ...fragments)), {
      maxLength: 6,
    }),
  )
  .map(([script, changes]) =>
    changes.reduce(
      (text, [at, length, insert]) => text.slice(0, at) + insert + text.slice(at + length),
      script,
    ),
  );

const changes: readonly Change[] = [
  { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true },
  { op: 'set', path: ['a', 'b'], value: "it's, $5" },
  { op: 'rename', from: ['a'], to: ['x', 'y.z'] },
  { op: 'remove', path: ['a'] },
];

const hostile: readonly string[] = [
  '\\'.repeat(200_000),
  '('.repeat(50_000),
  '$(('.repeat(10_000),
  '`'.repeat(50_001),
  'a=('.repeat(50_000),
  'helm template c cilium/cilium|'.repeat(2_000),
  `helm install c cilium/cilium --set-json 'a=${'['.repeat(100_000)}'`,
  `a:\n\thelm install c cilium/cilium --version $(V0)\n${Array.from({ length: 5_000 }, (_, i) => `V${i} = $(V${i + 1})`).join('\n')}`,
];

describe('any script', () => {
  it('is read and refused or changed, however it is built', () => {
    for (const text of hostile) {
      assert.ok(factsIn(text).length <= 4_000);
      helmCommandCarrier.write(text, { document: 0, path: [] }, changes[0] ?? { op: 'remove', path: [] });
    }
  });

  it('is read without an exception, with every place inside the text', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        for (const layer of layersIn(text)) {
          for (const { keySpan, valueSpan } of layer.settings) {
            for (const { start, end } of [keySpan, valueSpan]) {
              assert.ok(
                layer.span.start <= start && start <= end && end <= layer.span.end && end <= text.length,
              );
            }
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is changed in the one command and the one key, or not at all', () => {
    fc.assert(
      fc.property(mutated, fc.constantFrom(...changes), (text, change) => {
        const result = helmCommandCarrier.write(text, { document: 0, path: [] }, change);
        if (!result.ok) return;
        const after = applyEdits(text, result.edits);
        assert.equal(commandsIn(after).length, commandsIn(text).length);
        if (change.op === 'set' && layersIn(after)[0]?.address.document === 0) {
          assert.equal(settingsIn(after)[change.path.join('.')], change.value);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps its facts apart from what a comment or a here-document says', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const inComment = text.replaceAll(/\r?\n/g, ' ');
        assert.deepEqual(factsIn(`# ${inComment}\n`), []);
      }),
    );
  });
});
