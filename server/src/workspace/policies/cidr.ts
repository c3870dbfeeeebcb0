/** Addresses that begin with the same bits. */
interface Block {
  readonly family: 4 | 6;
  readonly bits: bigint;
  /** How many of the first bits count. */
  readonly length: number;
}

/** Whether every address of `inner` lies in `outer`. Texts are single addresses or blocks; what is neither lies nowhere. */
export function liesIn(inner: string, outer: string): boolean {
  const [within, around] = [blockOf(inner), blockOf(outer)];
  if (within === undefined || within.family !== around?.family) return false;
  return within.length >= around.length && prefix(within, around.length) === prefix(around, around.length);
}

/** Whether two blocks have an address in common. */
export function meet(one: string, other: string): boolean {
  return liesIn(one, other) || liesIn(other, one);
}

/** Whether a text is a single address or a block at all. */
export function isBlock(text: string): boolean {
  return blockOf(text) !== undefined;
}

const bitsOf = { 4: 32, 6: 128 } as const;

function prefix({ family, bits }: Block, length: number): bigint {
  return bits >> BigInt(bitsOf[family] - length);
}

function blockOf(text: string): Block | undefined {
  const [address = '', mask, ...rest] = text.trim().split('/');
  const family = address.includes(':') ? 6 : 4;
  const bits = family === 6 ? bitsOfIpv6(address) : bitsOfIpv4(address);
  const length = mask === undefined ? bitsOf[family] : /^\d{1,3}$/.test(mask) ? Number(mask) : Infinity;
  if (bits === undefined || rest.length > 0 || length > bitsOf[family]) return undefined;
  return { family, bits, length };
}

function bitsOfIpv4(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) {
    return undefined;
  }
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

/** Groups of four hexadecimal digits; `::` stands for as many zeros as are missing. */
function bitsOfIpv6(address: string): bigint | undefined {
  const halves = address.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const [head = [], tail] = halves;
  const groups = head.length + (tail?.length ?? 0);
  const isComplete = tail === undefined ? groups === 8 : groups < 8;
  const all = [...head, ...Array.from({ length: Math.max(0, 8 - groups) }, () => '0'), ...(tail ?? [])];
  if (halves.length > 2 || !isComplete || !all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) {
    return undefined;
  }
  return all.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}
