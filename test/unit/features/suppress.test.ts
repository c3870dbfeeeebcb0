import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { suppressionComment, type SuppressionScope } from '../../../server/src/features/suppress.ts';

/** The text with the comment, above the line of a word; `undefined` where none can stand. */
function suppressed(
  path: string,
  text: string,
  at: string,
  scope: SuppressionScope = 'next-line',
): string | undefined {
  const comment = suppressionComment(path, text, text.indexOf(at), 'setting-rejected', scope);
  return comment && applyEdits(text, [comment.edit]);
}

const mark = '# cilium-mesh-lint-ignore-next-line setting-rejected: reason';

describe('the comment that suppresses a finding', () => {
  it('stands above the line, as deep as it', () => {
    assert.equal(suppressed('/v.yaml', 'a:\n  b: 1\n', 'b'), `a:\n  ${mark}\n  b: 1\n`);
    assert.equal(suppressed('/v.yaml', 'a: 1\r\nb: 2\r\n', 'b'), `a: 1\r\n${mark}\r\nb: 2\r\n`);
    assert.equal(suppressed('/v.yaml', 'l:\n  - a: 1\n', 'a:'), `l:\n  ${mark}\n  - a: 1\n`);
  });

  it('is not offered where it would become a part of a text', () => {
    assert.equal(suppressed('/v.yaml', 'values: |\n  a: 1\n  b: 2\n', 'b'), undefined);
    assert.equal(suppressed('/v.yaml', 'a: "x\n  y"\n', 'y'), undefined);
  });

  it('stands above all lines of a command', () => {
    const command = 'cd x\nhelm install \\\n  --set a=b \\\n  --set c=d\n';
    assert.equal(suppressed('/i.sh', command, 'c=d'), command.replace('helm', `${mark}\nhelm`));
    assert.equal(suppressed('/i.sh', 'a\nb\n', 'b'), `a\n${mark}\nb\n`);
  });

  it('stands at the top of a file, behind what has to be first', () => {
    const whole = mark.replace('next-line', 'file');
    assert.equal(suppressed('/v.yaml', 'a: |\n  b\n', 'b', 'file'), `${whole}\na: |\n  b\n`);
    assert.equal(suppressed('/v.yaml', '\uFEFFa: 1\n', 'a', 'file'), `\uFEFF${whole}\na: 1\n`);
    assert.equal(suppressed('/i.sh', '#!/bin/sh\na\n', 'a\n', 'file'), `#!/bin/sh\n${whole}\na\n`);
  });

  it('is written as each kind of file writes comments', () => {
    assert.equal(
      suppressed('/r.md', 'helm\n', 'helm', 'file'),
      '<!-- cilium-mesh-lint-ignore-file setting-rejected: reason -->\nhelm\n',
    );
    assert.equal(suppressed('/picture.png', 'a', 'a'), undefined);
  });

  it('tells where the reason stands', () => {
    const comment = suppressionComment('/v.yaml', 'a: 1\n', 0, 'setting-rejected', 'next-line');
    assert.ok(comment);
    const { start, length } = comment.reason;
    assert.equal(comment.edit.newText.slice(start, start + length), 'reason');
  });
});
