import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  manifestDocuments,
  mayWriteManifests,
  withSubstitutions,
} from '../../../server/src/source/here-documents.ts';

const manifest = 'apiVersion: v1\nkind: Namespace\n';

function bodies(script: string): readonly string[] {
  return manifestDocuments(script).map(({ body }) => script.slice(body.start, body.end));
}

describe('here-documents with manifests', () => {
  const handedOn = [
    'kubectl apply -f - <<EOF',
    "cat <<'EOF' | kubectl apply --server-side -f -",
    'kubectl --context lab \\\n  create -f - <<-"EOF"',
    'cat > cilium.yaml <<EOF',
    'cat <<EOF >>/var/lib/rancher/k3s/server/manifests/x.yaml',
    'sudo tee /etc/x.yaml >/dev/null << EOF',
    'istioctl install -y -f - <<EOF',
    'kubectl apply --dry-run=none -f - <<EOF',
    'if ! kubectl apply -f - <<EOF; then',
  ];
  for (const command of handedOn) {
    it(`are those that are handed on by ${JSON.stringify(command)}`, () => {
      assert.deepEqual(bodies(`x\n${command}\n${manifest}EOF\ny\n`), [manifest]);
    });
  }

  const others = [
    'cat <<EOF',
    'cat <<EOF 2>&1',
    'cat <<EOF >/dev/null',
    'kubectl delete -f - <<EOF',
    'kubectl apply --dry-run=client -f - <<EOF',
    '# kubectl apply -f - <<EOF',
    'kubectl apply -f - <<<EOF',
  ];
  for (const command of others) {
    it(`are not those of ${JSON.stringify(command)}`, () => {
      assert.deepEqual(bodies(`${command}\n${manifest}EOF\n`), []);
    });
  }

  it('end at their delimiter alone, and what stands in one is none of its own', () => {
    const inner = `kubectl apply -f - <<IN\n${manifest}IN\n`;
    assert.deepEqual(bodies(`cat > demo.md <<OUT\n${inner}OUT\nkubectl apply -f - <<E\n${manifest}E\n`), [
      inner,
      manifest,
    ]);
    assert.deepEqual(bodies(`kubectl apply -f - <<E\n${manifest} E\n`), []);
  });

  it('hold what the shell puts in as substitutions of the same length', () => {
    const lines = `${manifest}a: $NAME\nb: $(date +%s)\nc: \`date\`\nd: \\$x\ne: \${F:-1}\n`;
    const script = `kubectl apply -f - <<EOF\n${lines}EOF\necho $NAME\n`;
    const masked = withSubstitutions(script, manifestDocuments(script));
    assert.equal(masked.length, script.length);
    assert.match(
      masked,
      /\na: \$\{__\}\nb: \$\{_+\}\nc: \$\{___\}\nd: \\\$x\ne: \$\{F:-1\}\nEOF\necho \$NAME\n$/,
    );
  });

  it('stay as they are behind a quoted delimiter, but for tabs that indent them', () => {
    const script = "kubectl apply -f - <<-'EOF'\n\tapiVersion: v1\n\ta: $NAME\n\tEOF\n";
    const masked = withSubstitutions(script, manifestDocuments(script));
    assert.equal(masked, script.replace('\tapi', ' api').replace('\ta:', ' a:'));
  });

  it('are expected only in texts that look so', () => {
    assert.equal(mayWriteManifests(`kubectl apply -f - <<EOF\n${manifest}EOF\n`), true);
    assert.equal(mayWriteManifests(`helm install x y\n${manifest}`), false);
    assert.equal(mayWriteManifests('cat <<EOF\nx\nEOF\n'), false);
  });
});
