import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeFrame } from '../../../../server/src/features/report/code-frame.ts';

function frame(text: string, part: string): string {
  const start = text.indexOf(part);
  return codeFrame(text, { start, end: start + part.length }, (_tone, painted) => painted, 'red').join('\n');
}

describe('codeFrame', () => {
  it('shows the line with its number, its neighbours and a mark', () => {
    assert.equal(
      frame('a: 1\nsocketLB:\n  enabled: true\nb: 2\n', 'enabled'),
      ['2 │ socketLB:', '3 │   enabled: true', '  │   ^^^^^^^', '4 │ b: 2'].join('\n'),
    );
  });

  it('needs no neighbours and no line end', () => {
    assert.equal(
      frame('kubeProxyReplacement: true', 'true'),
      '1 │ kubeProxyReplacement: true\n  │                       ^^^^',
    );
  });

  it('makes room for the longest number', () => {
    const text = `${'#\n'.repeat(8)}x: 1\ny: 2\n`;
    assert.equal(frame(text, 'x'), [' 8 │ #', ' 9 │ x: 1', '   │ ^', '10 │ y: 2'].join('\n'));
  });

  it('stays in line behind tabs', () => {
    assert.equal(frame('\thelm upgrade cilium', 'helm'), '1 │     helm upgrade cilium\n  │     ^^^^');
  });

  it('stays in line behind and under wide characters and emoji', () => {
    assert.equal(frame('"網格 🐝": on', 'on'), '1 │ "網格 🐝": on\n  │            ^^');
    assert.equal(frame('name: 🐝x', '🐝'), '1 │ name: 🐝x\n  │       ^^');
  });

  it('cuts a very long line around the mark', () => {
    const [line = '', mark = ''] = frame(`${'a'.repeat(500)}MARK${'b'.repeat(500)}`, 'MARK').split('\n');
    assert.ok(line.length < 180, line);
    assert.match(line, /│ …a+MARKb+…$/);
    assert.equal(mark.indexOf('^'), line.indexOf('MARK'));
    assert.equal(mark.lastIndexOf('^') - mark.indexOf('^') + 1, 4);
  });

  it('marks a range over several lines to the end of its first line', () => {
    assert.equal(
      frame('a:\n  b: 1\n  c: 2\n', 'b: 1\n  c: 2'),
      ['1 │ a:', '2 │   b: 1', '  │   ^^^^', '3 │   c: 2'].join('\n'),
    );
  });

  it('marks an empty range with one caret', () => {
    assert.deepEqual(
      codeFrame('', { start: 0, end: 0 }, (_tone, text) => text, 'red'),
      ['1 │', '  │ ^'],
    );
  });

  it('gives the mark the tone that it is told, and numbers their own', () => {
    const tagged = codeFrame('a: 1\n', { start: 0, end: 1 }, (tone, text) => `<${tone}>${text}`, 'yellow');
    assert.deepEqual(tagged, ['<gray>1 │ a: 1', '<gray>  │ <yellow>^']);
  });

  it('drops carriage returns and shows no control characters', () => {
    assert.equal(frame('a: 1\r\nb: \u001b[31mred\r\n', 'b'), '1 │ a: 1\n2 │ b: \uFFFD[31mred\n  │ ^');
  });
});
