import { gunzipSync } from 'node:zlib';
import { parseTar, type ParsedTarFileItem } from 'nanotar';
import { decode } from './encoding.ts';

/** Archives that unpack to more bytes than this are not read: Cilium's own chart takes 1.7 MB. */
export const maxUnpackedBytes = 20_000_000;

/** Why an archive gave no texts. `damaged`: no gzip, no tar, cut short, or at odds with its own sizes. */
export type ArchiveProblem = 'unpacks-too-large' | 'damaged' | 'no-chart';

/** A text that lies packed in an archive. */
export interface PackedText {
  /** The path inside the archive: `cilium/values.yaml`. */
  readonly name: string;
  readonly text: string;
}

export type ArchiveOutcome =
  | { readonly ok: true; readonly texts: readonly PackedText[] }
  | { readonly ok: false; readonly reason: ArchiveProblem };

/** What tells a chart's version and its defaults: its own, and those of Cilium where it packs that as a dependency. */
const wantedName = /^[^/]+\/(?:charts\/cilium\/)?(?:Chart|values)\.yaml$/;
const chartName = /^[^/]+\/Chart\.yaml$/;

/**
 * The texts of a packed chart (a gzipped tar, https://helm.sh/docs/topics/charts/) that say how it brings Cilium; none
 * for a chart that has nothing to do with it. Links, and names that lead out of the archive, are passed over.
 * Never throws.
 */
export function readArchive(bytes: Buffer): ArchiveOutcome {
  try {
    const texts = textsIn(gunzipSync(bytes, { maxOutputLength: maxUnpackedBytes }));
    const charts = texts.filter(({ name }) => chartName.test(name));
    if (charts.length === 0) return { ok: false, reason: 'no-chart' };
    return { ok: true, texts: charts.some(({ text }) => text.includes('cilium')) ? texts : [] };
  } catch (error) {
    return { ok: false, reason: isTooLarge(error) ? 'unpacks-too-large' : 'damaged' };
  }
}

/** @throws where a header names a size that is none */
function textsIn(tar: Buffer): readonly PackedText[] {
  // The reader takes the whole memory behind its argument, of which a buffer may be a part.
  const own = new Uint8Array(tar);
  const items = parseTar(own, {
    filter: ({ name, type, size }) => {
      // A negative size would send the reader back for ever, one beyond the end would hide what comes after it.
      if (!(size >= 0 && size <= own.length)) throw new RangeError(`${name} cannot have ${size} bytes.`);
      return type === 'file' && wantedName.test(name);
    },
  });
  const texts = items.filter(isNamedPlainly).map(({ name, data = new Uint8Array() }) => ({
    name,
    text: decode(Buffer.from(data)).text,
  }));
  return [...new Map(texts.map((packed) => [packed.name, packed])).values()];
}

/**
 * Whether a file has its name from its own header, as it stands there. The reader also makes one of `../cilium/Chart.yaml`
 * and `/cilium/Chart.yaml`, with which Helm refuses an archive, and of what headers for long names say.
 */
function isNamedPlainly({ name, data }: ParsedTarFileItem): boolean {
  if (data === undefined) return false;
  const header = Buffer.from(data.buffer, data.byteOffset - headerBytes, nameBytes);
  return header.toString('latin1').replace(/\0.*$/s, '') === name;
}

/** A file's header stands right before its bytes and begins with its name (POSIX.1-1988, ustar). */
const headerBytes = 512;
const nameBytes = 100;

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
