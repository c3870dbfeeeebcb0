import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configurationReader } from '../../../server/src/configuration/reader.ts';
import type { ConfigurationFact } from '../../../server/src/facts/configuration.ts';
import { sourceFile } from '../../../server/src/source/file.ts';

function read(text: string): ConfigurationFact {
  const [fact] = configurationReader.read(sourceFile('file:///repo/.cilium-mesh-lint.yaml', 'yaml', text));
  assert.ok(fact?.kind === 'configuration');
  return fact;
}

const marked = (text: string): readonly string[] =>
  read(text).problems.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);

describe('configurationReader', () => {
  it('reads all there is to say', () => {
    const { clusters, ignore, severities, ciliumVersion, kernel, problems } = read(
      'clusters: [{name: a, include: [x/**]}]\nignore: [old]\nseverities: {socket-lb-bypasses-mesh: hint}\ncilium: {version: ~1.16}\nkernel: "5.4"\n',
    );
    assert.deepEqual(clusters, [{ name: 'a', include: ['x/**'] }]);
    assert.deepEqual(
      { ignore, severities, ciliumVersion, kernel, problems },
      {
        ignore: ['old'],
        severities: { 'socket-lb-bypasses-mesh': 'hint' },
        ciliumVersion: '~1.16',
        kernel: '5.4',
        problems: [],
      },
    );
  });

  it('takes an unquoted off for off, though YAML takes it for false', () => {
    const { severities, problems } = read('severities: {socket-lb-bypasses-mesh: off}\n');
    assert.deepEqual([severities, problems], [{ 'socket-lb-bypasses-mesh': 'off' }, []]);
  });

  it('has nothing against an empty file', () => {
    assert.deepEqual([read('').problems, read('# later\n').problems], [[], []]);
  });

  const mistakes: Readonly<Record<string, string>> = {
    'ignored: []\n': 'ignored: There is no setting `ignored` here.',
    'clusters: [{name: a}]\n': '{name: a}: `include` is missing here.',
    'ignore: x\n': 'x: Here stands something else than a list.',
    'kernel: 5.15\n': '5.15: Here stands something else than a text.',
    'severities: {socket-lb-bypasses-mesh: loud}\n':
      'loud: This is none of error, warning, information, hint and off.',
    '- a\n': '- a: Here stands something else than a map.',
  };
  for (const [text, problem] of Object.entries(mistakes)) {
    it(`points at what is wrong in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(marked(text), [problem]);
    });
  }

  it('never throws on what is no YAML', () => {
    assert.equal(read('clusters: [{name: a\n').problems.length > 0, true);
  });
});
