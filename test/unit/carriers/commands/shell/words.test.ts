import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Dialect } from '../../../../../server/src/carriers/commands/shell/cursor.ts';
import { readScripts } from '../../../../../server/src/carriers/commands/shell/read-tokens.ts';
import type { Token } from '../../../../../server/src/carriers/commands/shell/token.ts';
import {
  sourceSpan,
  unknownText,
  type Word,
} from '../../../../../server/src/carriers/commands/shell/word.ts';

function tokensOf(text: string, dialect: Dialect = 'shell'): readonly Token[] {
  return readScripts(text, 0, text.length, dialect)[0] ?? [];
}

function wordsOf(text: string, dialect: Dialect = 'shell'): readonly Word[] {
  return tokensOf(text, dialect).flatMap((token) => (token.kind === 'word' ? [token.word] : []));
}

describe('words of a script', () => {
  // The right sides are what bash 5.2 gives to a program.
  const cases: readonly (readonly [script: string, words: readonly string[]])[] = [
    ['a b\tc', ['a', 'b', 'c']],
    [`'a b' "c d"`, ['a b', 'c d']],
    [`a'b'"c"d`, ['abcd']],
    [`'it'\\''s'`, ["it's"]],
    ['a\\ b', ['a b']],
    ['a\\,b', ['a,b']],
    ['"a\\"b\\$c\\\\d\\e"', ['a"b$c\\d\\e']],
    [`$'a\\tb\\x41\\u00e9\\'\\q'`, ["a\tbAé'\\q"]],
    ['$"a b"', ['a b']],
    ['a=""', ['a=']],
    [`'' ""`, ['', '']],
    ['a\\\nb', ['ab']],
    ['a \\\n  b', ['a', 'b']],
    ['a \\\r\n  b', ['a', 'b']],
    ['"a\\\nb"', ['ab']],
    [`'a\\\nb'`, ['a\\\nb']],
    ['a#b #c', ['a#b']],
    ['a {b,c} [0]', ['a', '{b,c}', '[0]']],
    ['a \\ ', ['a', ' ']],
    ['a$ b', ['a$', 'b']],
  ];
  for (const [script, expected] of cases) {
    it(`are ${JSON.stringify(expected)} in ${JSON.stringify(script)}`, () => {
      assert.deepEqual(
        wordsOf(script).map(({ text }) => text),
        expected,
      );
    });
  }

  const unknown = [
    '$A',
    '${A}',
    '${A:-b}',
    '${A#*/}',
    '$1',
    '$@',
    '$(b)',
    '$(b "$(c)" \')\')',
    '`b`',
    '$((1+(2)))',
    '$( (b) )',
  ];
  for (const expansion of unknown) {
    it(`have one unknown part for ${expansion}`, () => {
      const part = `x${unknownText}.y`;
      assert.deepEqual(
        wordsOf(`x${expansion}.y "x${expansion}.y" z`).map(({ text }) => text),
        [part, part, 'z'],
      );
    });
  }

  it('lead back to their places in the file, quotes and escapes included', () => {
    const text = `x --set 'a=b'\\,c="d"`;
    const word = wordsOf(text)[2];
    assert.ok(word !== undefined);
    const slice = (from: number, to: number): string => {
      const { start, end } = sourceSpan(word, from, to);
      return text.slice(start, end);
    };
    assert.equal(word.text, 'a=b,c=d');
    assert.equal(text.slice(word.span.start, word.span.end), `'a=b'\\,c="d"`);
    assert.equal(slice(0, 3), 'a=b');
    assert.equal(slice(3, 4), '\\,');
    assert.equal(slice(6, 7), 'd');
  });

  it('give an empty range the place behind the character before it', () => {
    const word = wordsOf('a=""')[0];
    assert.ok(word !== undefined);
    assert.deepEqual(sourceSpan(word, 2, 2), { start: 2, end: 2 });
  });
});

describe('tokens of a script', () => {
  it('end where a quote or a bracket has no end', () => {
    for (const text of [`a 'b c`, 'a "b c', 'a $(b c', 'a ${b c', 'a `b c', 'a=(b c', 'a $(b "c)']) {
      assert.equal(tokensOf(text).at(-1)?.kind, 'broken', text);
    }
  });

  it('keep the lines of here-documents out of the commands', () => {
    const text = "cat <<EOF <<-'END' | b\n$(\n EOF\nEOF\n\tit's\n\tEND\nc";
    const tokens = tokensOf(text);
    const bodies = tokens.flatMap((token) =>
      token.kind === 'redirect' && token.redirect.body !== undefined
        ? [text.slice(token.redirect.body.start, token.redirect.body.end)]
        : [],
    );
    assert.deepEqual(bodies, ['$(\n EOF\n', "\tit's\n"]);
    assert.deepEqual(
      wordsOf(text).map((word) => word.text),
      ['cat', 'b', 'c'],
    );
  });

  it('know a here-document in a file with CRLF', () => {
    assert.deepEqual(
      wordsOf('cat <<EOF\r\na b\r\nEOF\r\nc').map(({ text }) => text),
      ['cat', 'c'],
    );
  });

  it('read the commands inside substitutions as scripts of their own', () => {
    const text = 'a "$(b $(c))" <(d)';
    const scripts = readScripts(text, 0, text.length, 'shell').map((script) =>
      script.flatMap((token) =>
        token.kind === 'word' ? [token.word.text.replaceAll(unknownText, '?')] : [],
      ),
    );
    assert.deepEqual(scripts, [['a', '?', '?'], ['c'], ['b', '?'], ['d']]);
  });

  it('do not take the patterns of a case for the end of a substitution', () => {
    const text = 'x=$(case $1 in a) b;; (c) d;; esac) e';
    assert.deepEqual(
      wordsOf(text).map((word) => word.text),
      [`x=${unknownText}`, 'e'],
    );
  });

  it('give up on brackets nested without end, without throwing', () => {
    assert.equal(tokensOf('$('.repeat(100_000)).at(-1)?.kind, 'broken');
  });
});

describe('words of a recipe', () => {
  it('take $$ for the dollar sign of the shell, and $ for one of make', () => {
    const names = wordsOf(`$(A) $\{B} $C $$D "$$E" '$$F' \\$$G '$(H)'`, 'make').flatMap(({ pieces }) =>
      pieces.map(({ text, variable }) => (variable === undefined ? text : `${variable.of}:${variable.name}`)),
    );
    assert.deepEqual(names, [
      'make:A',
      'make:B',
      'make:C',
      'shell:D',
      'shell:E',
      '$',
      'F',
      '$',
      'G',
      'make:H',
    ]);
  });
});

describe('words of a script into which another tool writes', () => {
  const cases: readonly (readonly [script: string, words: readonly string[]])[] = [
    ['a {{ x }} b', ['a', '?', 'b']],
    ['a=${{ inputs.x }}', ['a=?']],
    ['a $[[ inputs.x ]]', ['a', '?']],
    ['a << parameters.v >> b', ['a', '?', 'b']],
    ['v-<<pipeline.parameters.v>>.tgz', ['v-?.tgz']],
    [`"a {{ x }}" '{{ "}" }}b'`, ['a ?', '?b']],
    ["a{{ 'b c' }}d", ['a?d']],
    ['{% if x %} --set {% endif %}', ['?', '--set', '?']],
    ['{{range .X}}a{{end}}', ['?a?']],
    ['a {b,c} {{', ['a', '{b,c}', '{{']],
    ['"${X}" $((1 + 1))', ['?', '?']],
  ];
  for (const [script, expected] of cases) {
    it(`are ${JSON.stringify(expected)} in ${JSON.stringify(script)}`, () => {
      assert.deepEqual(
        wordsOf(script, 'templated').map(({ text }) => text.replaceAll(unknownText, '?')),
        expected,
      );
    });
  }

  it('leave here-documents alone', () => {
    const bodies = tokensOf('cat << EOF >> a.yaml\nx\nEOF\n', 'templated').flatMap((token) =>
      token.kind === 'redirect' ? [token.redirect.operator] : [],
    );
    assert.deepEqual(bodies, ['<<', '>>']);
  });

  it('are read in a time that grows with the text, however it is built', () => {
    for (const part of ['{', '{{', '<', '<<a', '${', '$[', '"{{', '{%']) {
      assert.ok(tokensOf(part.repeat(100_000), 'templated').length > 0);
    }
  });
});
