/** A worker that searches for the number of a proof of work, so that the page stays quick meanwhile. */
import { hash } from './sha256.js';

const NUMBERS_BETWEEN_NEWS = 16_384;

self.onmessage = ({ data: { salt, challenge, maxNumber } }) => {
  const wanted = Uint32Array.from(challenge.match(/.{8}/g) ?? [], (digits) => parseInt(digits, 16));
  for (let number = 0; number <= maxNumber; number++) {
    const found = hash(salt + number);
    if (found[0] === wanted[0] && found.every((word, index) => word === wanted[index])) return self.postMessage({ number });
    if (number % NUMBERS_BETWEEN_NEWS === 0) self.postMessage({ done: number / maxNumber });
  }
  return self.postMessage({ none: true });
};
