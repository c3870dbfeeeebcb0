import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pipelinesOf } from '../../../../../server/src/carriers/commands/shell/command.ts';
import { readScripts } from '../../../../../server/src/carriers/commands/shell/read-tokens.ts';
import { resolved, shellVariables } from '../../../../../server/src/carriers/commands/shell/variables.ts';
import { unknownText } from '../../../../../server/src/carriers/commands/shell/word.ts';

/** The last word of a script with its variables replaced; `?` for what is not told. */
function lastWord(script: string): string | undefined {
  const scripts = readScripts(script, 0, script.length, 'shell').map(pipelinesOf);
  const word = scripts[0]?.at(-1)?.at(-1)?.words.at(-1);
  return word && resolved(word, shellVariables(scripts.flat(), script)).text.replaceAll(unknownText, '?');
}

describe('variables of a script', () => {
  const told: readonly (readonly [script: string, word: string])[] = [
    ['V=1.13.2; x $V', '1.13.2'],
    ['V="1.13.2"\nx "v${V}"', 'v1.13.2'],
    ["export V='1.2'\nx $V", '1.2'],
    ['readonly V=1 W=2; x $W', '2'],
    [': "${V:=1.2}"; x $V', '1.2'],
    ['V=${V:-1.2}; x $V', '1.2'],
    ['V="${V:-"1.2"}"; x $V', '1.2'],
    ['x ${V:-1.2}', '1.2'],
    ['A=1; B=$A.2; x $B', '1.2'],
    ['f() { local V=1; x $V; }; f; V2=$V; x $V', '1'],
    ['V="a b"; x "$V"', 'a b'],
    ['x "$(dirname "$0")/v.yaml"', './v.yaml'],
    ['x `dirname $0`/v.yaml', './v.yaml'],
    ['x "${BASH_SOURCE%/*}/v.yaml"', './v.yaml'],
    ['x $PWD/v.yaml', './v.yaml'],
    ['x "$(git rev-parse --show-toplevel)/v.yaml"', './v.yaml'],
    ['D="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" &>/dev/null && pwd)"; x "$D/v.yaml"', './v.yaml'],
    ['D=$(cd "$(dirname "$0")/.."; pwd -P); x $D/v.yaml', './../v.yaml'],
    ['D="$(dirname "$(readlink -f "$0")")"; R="$(cd "$D/.." && pwd)"; x "${R}/v.yaml"', './../v.yaml'],
    ['D="$(dirname "$0")"; R="$(dirname "$D")"; x "$(realpath "$R/charts")/v.yaml"', './../charts/v.yaml'],
  ];
  for (const [script, expected] of told) {
    it(`are told in ${JSON.stringify(script)}`, () => {
      assert.equal(lastWord(script), expected);
    });
  }

  const untold = [
    'x $V',
    'V=1; V=2; x $V',
    'V=1; V+=2; x $V',
    'V=$1; x $V',
    'V=$(date); x $V',
    'x "$(dirname "$1")"',
    'x "$(cd "$(dirname "$0")/$V" && pwd)"',
    'x "$(cd "$V/.." && pwd)"',
    'PWD=$1; x $PWD',
    'x() { y $V; }\nif a; then V=1; fi; x $V',
    '[ -n "$A" ] && V=1; x $V',
    'case $A in a) V=1;; esac; x $V',
    'for V in 1 2; do y; done; x $V',
    'V=1; read V; x $V',
    'V=1; ((V++)); x $V',
    'V=1 y; x $V',
    'V=1 | y; x $V',
    'V="a b"; x $V',
    'V=; x $V',
    'V=(1 2); x $V',
    'y $V; V=1; x "$W"',
    ': "${V:=1}"; V=2; x $V',
  ];
  for (const script of untold) {
    it(`are not told in ${JSON.stringify(script)}`, () => {
      assert.equal(lastWord(script), '?');
    });
  }

  it('do not grow without end when they double each other', () => {
    const script = Array.from({ length: 60 }, (_, index) => `A${index + 1}=$A${index}$A${index}`);
    assert.equal(lastWord(['A0=xx', ...script, 'x $A60'].join('\n')), '?');
  });
});
