import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import '../../../../properties/settings.ts';
import { scriptsInDockerfile } from '../../../../../server/src/carriers/commands/in-files/dockerfile.ts';
import { scriptsInJustfile } from '../../../../../server/src/carriers/commands/in-files/justfile.ts';
import { scriptsInMarkdown } from '../../../../../server/src/carriers/commands/in-files/markdown.ts';
import type { Script } from '../../../../../server/src/carriers/commands/script.ts';
import { scriptsInTiltfile } from '../../../../../server/src/carriers/commands/tilt/tiltfile.ts';

/** The texts of scripts, after a look at whether each of their characters stands where they say. */
function textsOf(file: string, scripts: readonly Script[]): readonly string[] {
  for (const { text, placeOf, isMadeUp } of scripts) {
    if (isMadeUp === true) continue;
    for (let at = 0; at < text.length; at++) assert.equal(file.charAt(placeOf(at)), text.charAt(at));
  }
  return scripts.map(({ text }) => text);
}

interface Story {
  readonly title: string;
  readonly file: string;
  readonly scripts: readonly string[];
}

function check(
  read: (file: { readonly text: string }) => readonly Script[],
  stories: readonly Story[],
): void {
  for (const { title, file, scripts } of stories) {
    it(title, () => assert.deepEqual(textsOf(file, read({ text: file })), scripts));
  }
}

describe('the scripts of a Dockerfile', () => {
  check(scriptsInDockerfile, [
    { title: 'are its RUN instructions', file: 'FROM a\nRUN b c\nrun d\nCMD e\n', scripts: ['b c\n', 'd\n'] },
    {
      title: 'go on behind a backslash, comments and empty lines left out',
      file: 'RUN a && \\\n  # why\n\n  b \\\r\n  c\nENV d\n',
      scripts: ['a && \\\n  b \\\r\n  c\n'],
    },
    {
      title: 'stand behind options',
      file: 'RUN --mount=type=cache,target=/x --network=none a\n',
      scripts: ['a\n'],
    },
    {
      title: 'are the lines of a here-document',
      file: 'RUN <<EOF\na\nb\nEOF\nUSER c\n',
      scripts: ['a\nb\n'],
    },
    {
      title: 'keep a here-document that a command reads',
      file: 'RUN cat > x <<EOF\na\nEOF\nUSER c\n',
      scripts: ['cat > x <<EOF\na\nEOF\n'],
    },
    { title: 'are no lists', file: 'RUN ["a", "b"]\n', scripts: [] },
  ]);
});

describe('the scripts of a justfile', () => {
  check(scriptsInJustfile, [
    {
      title: 'are the lines of its recipes',
      file: 'v := "1"\nset shell := ["sh"]\n\n# why\n[private]\na b="c": d\n    @e {{b}}\n    -f\n\n    g\nh:\n\ti\n',
      scripts: ['e {{b}}\n', 'f\n', '\n', 'g\n', 'i\n'],
    },
    { title: 'go on behind a backslash', file: 'a:\n  b \\\n    c\n  d\n', scripts: ['b \\\n  c\n', 'd\n'] },
    {
      title: 'are whole recipes with an interpreter',
      file: 'a:\n  #!/bin/sh\n  b\n  c\n',
      scripts: ['#!/bin/sh\nb\nc\n'],
    },
  ]);
});

describe('the scripts of a Markdown text', () => {
  check(scriptsInMarkdown, [
    {
      title: 'are its fences for shells',
      file: '# A\n```sh\na\n```\n```yaml\nb\n```\n~~~ bash\nc\n~~~\n',
      scripts: ['a\n', 'c\n'],
    },
    {
      title: 'stand in lists',
      file: '1. A\n\n   ```bash\n   a \\\n     b\n   ```\n',
      scripts: ['a \\\n  b\n'],
    },
    { title: 'stand in quotes', file: '> ```sh\n> a\n> ```\n', scripts: ['a\n'] },
    {
      title: 'are what stands behind prompts',
      file: '```console\n$ a \\\n    b\nout\n$ c\n```\n',
      scripts: ['a \\\n    b\nc\n'],
    },
    { title: 'keep comments', file: '```sh\n# a\nb\n```\n', scripts: ['# a\nb\n'] },
    { title: 'may have shorter fences in them', file: '````sh\n```\na\n````\n', scripts: ['```\na\n'] },
    { title: 'end with the text', file: '```sh\na', scripts: ['a'] },
    {
      title: 'have other spellings of the language',
      file: '```{.bash}\na\n```\n``` shell title="x"\nb\n```\n',
      scripts: ['a\n', 'b\n'],
    },
  ]);
});

describe('the scripts of a Tiltfile', () => {
  check(scriptsInTiltfile, [
    {
      title: 'are what it runs',
      file: `local('a b') # local('c')\nlocal("""\nd \\\n  e\n""", quiet=True)\nlocal_resource('f', cmd='g', deps=['h'])\n`,
      scripts: ['a b', '\nd \\\n  e\n', 'g'],
    },
    {
      title: 'are the commands of helm_resource',
      file: `helm_resource('a', 'b/c', flags=['--set', 'd=e f', "g", x], deps=[1])\n`,
      scripts: ['helm upgrade --install a b/c --set "d=e f" g $_ '],
    },
    {
      title: 'are not what is put together',
      file: `local('a' + b)\nlocal('a %s' % b)\nlocal(f('a'))\nx.local('a')\nlocal('a\\tb')\nlocal('a'.format(b))\n`,
      scripts: [],
    },
    {
      title: 'may have lists of words',
      file: `local(['helm', 'install', 'c d'])\n`,
      scripts: ['helm install "c d" '],
    },
  ]);
});

describe('any file', () => {
  const pieces = fc.constantFrom(
    ...[
      'RUN ',
      'a',
      ' ',
      '\n',
      '\r\n',
      '\\\n',
      '<<E\n',
      'E\n',
      '#',
      '```sh\n',
      '```\n',
      '$ ',
      '> ',
      'x:\n',
      '    ',
      '\t',
      '@',
    ],
    ...['local(', 'helm_resource(', "'", '"""', ')', ',', '[', ']', '=', '{{', '}}', '😀'],
  );
  for (const read of [scriptsInDockerfile, scriptsInJustfile, scriptsInMarkdown, scriptsInTiltfile]) {
    it(`is read by ${read.name}`, () => {
      fc.assert(
        fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
          const file = parts.join('');
          textsOf(file, read({ text: file }));
        }),
      );
    });
  }
});
