import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';

import { createMeshLint } from '../../server/src/features/create-mesh-lint.ts';
import { runs } from './settings.ts';
import type { Piece } from '../../server/src/features/completion/completion.ts';

const cases = join(import.meta.dirname, '../cases/socket-lb-bypasses-mesh');
/** Of every form of delivery with a syntax of its own. */
const files = [
  'form-argo-values-string/apps/cilium.yaml',
  'form-argo-parameters/argocd/networking.yaml',
  'form-circleci-parameter/.circleci/config.yml',
  'form-container-script/install-job.yaml',
  'cilium-config/cilium/cilium-config.yaml',
  'anchors/values.yaml',
  'anchors/shop.yaml',
  'flow-map/values.yaml',
  'crlf/values.yaml',
].map((name): readonly [uri: string, text: string] => [
  `file:///repo/${name.split('/').at(-1) ?? ''}`,
  readFileSync(join(cases, name), 'utf8'),
]);

/** A file, one of its places, and what somebody has just typed or deleted there. */
const typing = fc.constantFrom(...files).chain(([uri, text]) =>
  fc.record({
    uri: fc.constant(uri),
    text: fc.constant(text),
    offset: fc.nat({ max: text.length }),
    deleted: fc.nat({ max: 12 }),
    typed: fc.constantFrom(
      '',
      '\n',
      ' ',
      '  ',
      ':',
      ': ',
      '"',
      '{',
      '- ',
      'soc',
      '\n  soc',
      'a.b.',
      '=',
      '{{',
      '\t',
      '#',
    ),
  }),
);

describe('inquiries', () => {
  it('are answered at every place of every text', () => {
    fc.assert(
      fc.property(typing, ({ uri, text: before, offset: at, deleted, typed }) => {
        const text = before.slice(0, at) + typed + before.slice(at + deleted);
        const offset = at + typed.length;
        const lint = createMeshLint();
        lint.update(uri, text);
        const place = { uri, text, offset };
        const hover = lint.inquiry.hover(place);
        assert.ok(hover === undefined || (hover.start <= hover.end && hover.end <= text.length));
        for (const found of [...lint.inquiry.definition(place), ...lint.inquiry.references(place)]) {
          assert.ok(found.span.start < found.span.end);
        }
        for (const { replace, insert, topic } of lint.inquiry.completions(place).slice(0, 20)) {
          // Editors refuse what spans lines, or does not touch the cursor.
          assert.ok(replace.start <= offset && offset <= replace.end && replace.end <= text.length);
          assert.doesNotMatch(text.slice(replace.start, replace.end), /[\r\n]/);
          assert.notEqual(written(insert), '');
          assert.notEqual(lint.inquiry.documentation(uri, topic), '');
        }
      }),
      runs(300),
    );
  });
});

function written(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : (piece.choices[0] ?? ''))).join('');
}
