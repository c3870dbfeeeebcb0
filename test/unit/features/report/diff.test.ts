import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changedLines } from '../../../../server/src/features/report/diff.ts';
import type { Paint } from '../../../../server/src/features/report/terminal-text.ts';

const plain: Paint = (_tone, text) => text;

describe('changedLines', () => {
  it('shows what goes and what comes, with a line around it', () => {
    const before = 'a: 1\nb: 2\nc: 3\nd: 4\n';
    assert.deepEqual(changedLines(before, before.replace('b: 2', 'b: 5'), plain), [
      '  a: 1',
      '- b: 2',
      '+ b: 5',
      '  c: 3',
    ]);
  });

  it('sets distant changes apart', () => {
    const before = `first: 1\n${'#\n'.repeat(9)}last: 1\n`;
    const after = before.replaceAll('1', '2');
    assert.deepEqual(changedLines(before, after, plain), [
      '- first: 1',
      '+ first: 2',
      '  #',
      '…',
      '  #',
      '- last: 1',
      '+ last: 2',
    ]);
  });

  it('says nothing of carriage returns and missing line ends', () => {
    assert.deepEqual(changedLines('a: 1\r\nb: 2', 'a: 1\r\nb: 2\r\nc: 3', plain), [
      '  a: 1',
      '- b: 2',
      '+ b: 2',
      '+ c: 3',
    ]);
  });

  it('leaves out empty lines around', () => {
    assert.deepEqual(changedLines('\na\n\n', '\nb\n\n', plain), ['- a', '+ b']);
  });

  it('paints', () => {
    const tagged: Paint = (tone, text) => `<${tone}>${text}`;
    assert.deepEqual(changedLines('a\n', 'b\n', tagged), ['<red>- a', '<green>+ b']);
  });
});
