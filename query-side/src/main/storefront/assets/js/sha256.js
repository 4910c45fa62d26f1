/**
 * SHA-256 of short texts, at once. The browser's own is asynchronous, which costs more than the hash itself for so few bytes,
 * and exists only in secure contexts, which a shop on a local network is not.
 */
const PRIMES = firstPrimes(64);
const ROUND = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const words = new Uint32Array(64);
const state = new Uint32Array(8);

/** The hash of ASCII text, as 64 hexadecimal digits. */
export function sha256(text) {
  return Array.from(hash(text), (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The same as eight words. They are overwritten by the next call. */
export function hash(text) {
  state.set(START);
  const blocks = Math.ceil((text.length + 9) / 64);
  for (let block = 0; block < blocks; block++) {
    fill(text, block * 64, block === blocks - 1);
    compress();
  }
  return state;
}

function fill(text, from, isLast) {
  for (let word = 0; word < 16; word++) {
    const at = from + word * 4;
    words[word] = (byteAt(text, at) << 24) | (byteAt(text, at + 1) << 16) | (byteAt(text, at + 2) << 8) | byteAt(text, at + 3);
  }
  if (isLast) words[15] = text.length * 8;
}

function byteAt(text, at) {
  if (at < text.length) return text.charCodeAt(at) & 0xff;
  return at === text.length ? 0x80 : 0;
}

function compress() {
  for (let i = 16; i < 64; i++) {
    const early = words[i - 15];
    const late = words[i - 2];
    const s0 = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
    const s1 = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
    words[i] = words[i - 16] + s0 + words[i - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[i] + words[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] += word));
}

/** The first 32 bits behind the point: where SHA-256 has its constants from. */
function fraction(number) {
  return Math.floor((number - Math.floor(number)) * 2 ** 32);
}

function firstPrimes(count) {
  const primes = [];
  for (let number = 2; primes.length < count; number++) {
    if (primes.every((prime) => number % prime)) primes.push(number);
  }
  return primes;
}
