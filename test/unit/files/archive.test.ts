import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { maxUnpackedBytes, readArchive } from '../../../server/src/files/archive.ts';
import { chartArchive, tarOf } from '../../support/chart-archive.ts';
import { ciliumChart, umbrellaChart } from '../../support/charts.ts';

const chart = { 'cilium/Chart.yaml': ciliumChart('1.14.2') };
const values = { 'cilium/values.yaml': 'kubeProxyReplacement: "true"\n' };

/** The names that an archive gives, or why it gives none. */
function namesIn(archive: Buffer): readonly string[] | string {
  const outcome = readArchive(archive);
  return outcome.ok ? outcome.texts.map(({ name }) => name) : outcome.reason;
}

/** A tar whose first header is changed at an offset. */
function withHeader(tar: Buffer, offset: number, text: string): Buffer {
  const changed = Buffer.from(tar);
  changed.write(text, offset, 'latin1');
  return changed;
}

const nameAt = 0;
const sizeAt = 124;
const typeAt = 156;

describe('an archive of a chart', () => {
  it('gives what tells the version and the defaults, and nothing else', () => {
    const archive = chartArchive({
      ...chart,
      ...values,
      'cilium/values.schema.json': '{}',
      'cilium/templates/values.yaml': 'a: 1\n',
      'cilium/files/Chart.yaml': 'a: 1\n',
      'cilium/._values.yaml': 'junk',
    });
    assert.deepEqual(readArchive(archive), {
      ok: true,
      texts: [
        { name: 'cilium/Chart.yaml', text: chart['cilium/Chart.yaml'] },
        { name: 'cilium/values.yaml', text: values['cilium/values.yaml'] },
      ],
    });
  });

  it('gives those of Cilium where it packs that as a dependency, and of no other dependency', () => {
    const archive = chartArchive({
      'network/Chart.yaml': umbrellaChart('1.14.2'),
      'network/charts/cilium/Chart.yaml': ciliumChart('1.14.2'),
      'network/charts/cilium/values.yaml': 'a: 1\n',
      'network/charts/istiod/Chart.yaml': 'name: istiod\n',
    });
    assert.deepEqual(namesIn(archive), [
      'network/Chart.yaml',
      'network/charts/cilium/Chart.yaml',
      'network/charts/cilium/values.yaml',
    ]);
  });

  it('gives nothing where it has nothing to do with Cilium', () => {
    assert.deepEqual(
      namesIn(chartArchive({ 'redis/Chart.yaml': 'name: redis\n', 'redis/values.yaml': '' })),
      [],
    );
  });

  it('gives the last of several files of one name, as Helm takes it', () => {
    const tar = Buffer.concat([
      tarOf({ 'cilium/values.yaml': 'a: 1\n' }).subarray(0, 1024),
      tarOf({ ...chart, 'cilium/values.yaml': 'a: 2\n' }),
    ]);
    const outcome = readArchive(gzipSync(tar));
    assert.ok(outcome.ok);
    assert.deepEqual(
      outcome.texts.filter(({ name }) => name.endsWith('values.yaml')).map(({ text }) => text),
      ['a: 2\n'],
    );
  });

  it('may have been packed with a mark of the byte order', () => {
    const outcome = readArchive(chartArchive({ 'cilium/Chart.yaml': '\uFEFFname: cilium\n' }));
    assert.ok(outcome.ok);
    assert.equal(outcome.texts[0]?.text, 'name: cilium\n');
  });
});

describe('what does not count in an archive', () => {
  const plain = tarOf({ 'x/values.yaml': 'a: 1\n', ...chart });

  for (const name of [
    '../cilium/values.yaml',
    '/cilium/values.yaml',
    'x/../../cilium/values.yaml',
    './cilium/values.yaml',
  ]) {
    it(`is a file called ${name}`, () => {
      assert.deepEqual(namesIn(gzipSync(withHeader(plain, nameAt, `${name}\0`))), ['cilium/Chart.yaml']);
    });
  }

  for (const [what, type] of [
    ['a hard link', '1'],
    ['a symbolic link', '2'],
    ['a device', '3'],
    ['a folder', '5'],
  ] as const) {
    it(`is ${what}`, () => {
      assert.deepEqual(namesIn(gzipSync(withHeader(plain, typeAt, type))), ['cilium/Chart.yaml']);
    });
  }

  it('is a name that a header for long names gives', () => {
    const long = withHeader(tarOf({ '././@LongLink': 'y/values.yaml\0' }).subarray(0, 1024), typeAt, 'L');
    assert.deepEqual(namesIn(gzipSync(Buffer.concat([long, plain]))), ['cilium/Chart.yaml']);
  });
});

describe('an archive that cannot be read', () => {
  const tar = tarOf({ ...chart, ...values });
  const archive = gzipSync(tar);

  it('is no gzip', () => {
    assert.equal(namesIn(Buffer.from('version https://git-lfs.github.com/spec/v1\n')), 'damaged');
    assert.equal(namesIn(Buffer.alloc(0)), 'damaged');
  });

  it('is cut short, wherever that is', () => {
    for (let length = 0; length < archive.length; length += 7) {
      assert.equal(namesIn(archive.subarray(0, length)), 'damaged', `${length} bytes`);
    }
  });

  it('was changed on its way', () => {
    const changed = Buffer.from(archive);
    changed.writeUInt32LE(12, changed.length - 4);
    assert.equal(namesIn(changed), 'damaged');
  });

  it('holds no tar, or one without a chart', () => {
    assert.equal(namesIn(gzipSync('hello')), 'no-chart');
    assert.equal(namesIn(gzipSync(Buffer.alloc(4096))), 'no-chart');
    assert.equal(namesIn(chartArchive({ 'notes/README.md': 'cilium' })), 'no-chart');
    assert.equal(namesIn(gzipSync('cilium/Chart.yaml\n'.repeat(200))), 'damaged');
  });

  it('is a bomb: a few bytes that unpack to far too many', () => {
    const bomb = gzipSync(Buffer.alloc(maxUnpackedBytes + 1));
    assert.ok(bomb.length < 30_000);
    assert.equal(namesIn(bomb), 'unpacks-too-large');
  });

  it('holds a file that claims to be larger than the archive', () => {
    assert.equal(namesIn(gzipSync(withHeader(tar, sizeAt, '00077777777\0'))), 'damaged');
  });

  for (const size of [
    '-0000001000\0',
    '-7777777777\0',
    '\0',
    'zzzzzzzzzzz\0',
    '\x80\0\0\0\0\0\0\0\0\0\x10\0',
  ]) {
    it(`holds a file of the size ${JSON.stringify(size)}`, () => {
      assert.equal(namesIn(gzipSync(withHeader(tar, sizeAt, size))), 'damaged');
    });
  }

  it('holds a header for long names with a size that leads nowhere', () => {
    for (const type of ['x', 'g', 'L']) {
      for (const size of ['-0000001000\0', '00077777777\0']) {
        const lying = withHeader(withHeader(tar, typeAt, type), sizeAt, size);
        assert.equal(namesIn(gzipSync(lying)), 'damaged', `${type} ${size}`);
      }
    }
  });
});
