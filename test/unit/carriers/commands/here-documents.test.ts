import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { only } from '../../../support/only.ts';
import { commandsIn, layersIn, written } from './script.ts';

const values = 'kubeProxyReplacement: true\nipam:\n  mode: kubernetes\n';

/** What a script writes for its command: `a.b=value`, and the text that each key's place marks. */
function valuesIn(script: string): readonly string[] {
  return layersIn(script)
    .filter(({ address }) => address.path.length > 0)
    .flatMap(({ settings, open }) => [
      ...settings.flatMap(({ path, value, keySpan }) => {
        assert.equal(script.slice(keySpan.start, keySpan.end), path.at(-1));
        return value.kind === 'map'
          ? []
          : [`${path.join('.')}=${value.kind === 'known' ? String(value.value) : '?'}`];
      }),
      ...(open ? ['open'] : []),
    ]);
}

describe('values in a here-document', () => {
  const scripts = {
    'on the standard input': `helm install c cilium/cilium -f - <<EOF\n${values}EOF\n`,
    'by its other name': `helm install c cilium/cilium --values /dev/stdin <<'EOF'\n${values}EOF\n`,
    'through cat': `cat <<EOF | helm install c cilium/cilium -f -\n${values}EOF\n`,
    'in a file that the script writes': `cat > v.yaml <<EOF\n${values}EOF\nhelm install c cilium/cilium -f v.yaml\n`,
    'in a file that tee writes': `sudo tee v.yaml > /dev/null <<EOF\n${values}EOF\nhelm install c cilium/cilium -f v.yaml\n`,
    'in a file that tee writes below a folder that nobody tells': `tee "$D/v.yaml" <<EOF\n${values}EOF\nhelm install c cilium/cilium --values=\${D}/v.yaml\n`,
    'in a file whose folder the script tells': `D=/srv\ncat > "$D/v.yaml" <<EOF\n${values}EOF\nhelm install c cilium/cilium -f /srv/v.yaml\n`,
    'behind tabs': `helm install c cilium/cilium -f - <<-EOF\n${values.replaceAll(/^/gm, '\t')}\tEOF\n`,
    'with the line breaks of Windows': `helm install c cilium/cilium -f - <<EOF\r\n${values.replaceAll('\n', '\r\n')}EOF\r\n`,
  };
  for (const [title, script] of Object.entries(scripts)) {
    it(`are read ${title}`, () => {
      assert.deepEqual(valuesIn(script), ['kubeProxyReplacement=true', 'ipam.mode=kubernetes']);
    });
  }

  it('are unknown where the shell puts something in', () => {
    const script = 'helm install c cilium/cilium -f - <<EOF\na: $A\nb: ${B}\nc: x`c`\nd: "1"\n$E: 1\nEOF\n';
    assert.deepEqual(valuesIn(script.replace('$E', 'e')), ['a=?', 'b=?', 'c=?', 'd=1', 'e=1']);
    assert.equal(valuesIn(script).at(-1), 'open');
  });

  it('stand as written behind a quoted delimiter', () => {
    assert.deepEqual(valuesIn("helm install c cilium/cilium -f - <<'EOF'\na: $A\nEOF\n"), ['a=$A']);
  });

  it('are the layer that the command names in its place', () => {
    const script = `helm install c cilium/cilium -f a.yaml -f - --set b=1 <<EOF\n${values}EOF\n`;
    const [first, second] = only(commandsIn(script)).valuesFiles;
    assert.equal(first?.ownLayer, undefined);
    assert.deepEqual(second?.ownLayer, { document: 0, path: ['1'] });
  });

  const untold = {
    'no map': 'helm install c cilium/cilium -f - <<EOF\n- a\nEOF\n',
    'several documents': 'helm install c cilium/cilium -f - <<EOF\na: 1\n---\nb: 1\nEOF\n',
    'what another program makes of it': 'sed s/a/b/ <<EOF | helm install c cilium/cilium -f -\na: 1\nEOF\n',
    'a file that is written twice':
      'cat >v.yaml <<EOF\na: 1\nEOF\ncat >>v.yaml <<EOF\nb: 1\nEOF\nhelm install c cilium/cilium -f v.yaml',
    'a file that another program changes':
      "cat >v.yaml <<EOF\na: 1\nEOF\nsudo sed -i 's/1/2/' v.yaml\nhelm install c cilium/cilium -f v.yaml",
    'a file that is copied over':
      'cat >v.yaml <<EOF\na: 1\nEOF\ncp w.yaml v.yaml\nhelm install c cilium/cilium -f v.yaml',
    'a file of another folder':
      'cat >"$C/v.yaml" <<EOF\na: 1\nEOF\nhelm install c cilium/cilium -f "$D/v.yaml"',
    'a file whose folder changes':
      'cat >"$D/v.yaml" <<EOF\na: 1\nEOF\nread -r D\nhelm install c cilium/cilium -f "$D/v.yaml"',
    'a file that each function is told':
      'f() {\ncat >"$1" <<EOF\na: 1\nEOF\n}\ng() {\nhelm install c cilium/cilium -f "$1"\n}',
    'the values of another chart': 'helm install i istio/istiod -f - <<EOF\na: 1\nEOF\n',
  };
  for (const [title, script] of Object.entries(untold)) {
    it(`are not read from ${title}`, () => assert.deepEqual(valuesIn(script), []));
  }
});

describe('a change in a here-document', () => {
  const cure = { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true } as const;
  const cured = (script: string): string => written(script, cure, 0, ['0']);

  it('is written as YAML', () => {
    assert.equal(
      cured(`helm install c cilium/cilium -f - <<EOF\n${values}EOF\n`),
      `helm install c cilium/cilium -f - <<EOF\n${values}socketLB:\n  hostNamespaceOnly: true\nEOF\n`,
    );
  });

  it('keeps tabs before the lines', () => {
    assert.equal(
      cured('f() {\n\thelm install c cilium/cilium -f - <<-EOF\n\t\ta: 1\n\tEOF\n}\n'),
      'f() {\n\thelm install c cilium/cilium -f - <<-EOF\n\t\ta: 1\n\t\tsocketLB:\n\t\t  hostNamespaceOnly: true\n\tEOF\n}\n',
    );
  });

  it('is refused where the shell would read it otherwise, or nothing is there', () => {
    const script = `helm install c cilium/cilium -f - <<EOF\n${values}EOF\n`;
    assert.equal(written(script, { op: 'set', path: ['a'], value: '$x' }, 0, ['0']), 'refused: not-writable');
    assert.equal(written(script, cure, 0, ['1']), 'refused: gone');
  });
});
