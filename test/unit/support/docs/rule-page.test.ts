import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRulePage } from '../../../support/docs/rule-page.ts';

const page = (examples: string): string =>
  `# some-rule\n\n**Something is wrong.**\n\n## Examples\n\n${examples}\n## Sources\n\n- [one](https://a.example/b) (https://c.example)\n`;

describe('a page of a rule', () => {
  it('has a title, a summary, sections and sources', () => {
    const { title, summary, sections, sources, problems } = readRulePage(page(''));
    assert.equal(title, 'some-rule');
    assert.equal(summary, '**Something is wrong.**');
    assert.deepEqual(sections, ['Examples', 'Sources']);
    assert.deepEqual(sources, ['https://a.example/b', 'https://c.example']);
    assert.deepEqual(problems, []);
  });

  it('takes all fences below a heading for one workspace', () => {
    const { examples } = readRulePage(
      page(
        '### Speaks: two files\n\n```yaml values.yaml\na: 1\n# b\n```\n\nand\n\n```sh install.sh\nhelm\n```\n\n### Silent: one\n\n```yaml a/b.yaml\n```\n',
      ),
    );
    assert.deepEqual(examples, [
      {
        speaks: true,
        title: 'two files',
        files: new Map([
          ['values.yaml', 'a: 1\n# b\n'],
          ['install.sh', 'helm\n'],
        ]),
      },
      { speaks: false, title: 'one', files: new Map([['a/b.yaml', '']]) },
    ]);
  });

  it('sees no heading and no end of a fence inside a longer fence', () => {
    const { examples, sections } = readRulePage(
      page('### Speaks: Markdown\n\n````markdown README.md\n## Install\n```sh\nhelm\n```\n````\n'),
    );
    assert.deepEqual(sections, ['Examples', 'Sources']);
    assert.deepEqual(examples[0]?.files, new Map([['README.md', '## Install\n```sh\nhelm\n```\n']]));
  });

  it('says what it cannot run', () => {
    const { problems } = readRulePage(
      page('### Somehow\n\n### Speaks: a\n\n```yaml\n```\n\n### Silent: b\n'),
    );
    assert.deepEqual(problems, [
      'Line 7: an example is headed "Speaks: …" or "Silent: …".',
      'Line 11: a fence here needs a language and a file name.',
      'Line 14: the example has no file.',
    ]);
  });
});
