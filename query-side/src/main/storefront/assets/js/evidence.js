/**
 * What a person leaves behind on this page, counted: moves, clicks and touches of a pointer, keys, scrolling, and how long that
 * went on. No position, no key, nothing about the device, nothing from before this sale was opened, nothing beyond it.
 */
const COARSE_MS = 100;
const COUNTED = {
  pointermove: () => 'pointerMoves',
  pointerdown: ({ pointerType }) => (pointerType === 'mouse' ? 'clicks' : 'touches'),
  keydown: () => 'keys',
  scroll: () => 'scrolls',
};

let counts = {};
let since = performance.now();

/** Counts until the signal aborts. */
export function observe(signal) {
  countAnew();
  for (const [type, nameOf] of Object.entries(COUNTED)) {
    const note = (event) => {
      counts[nameOf(event)]++;
      counts.activeMs = elapsed();
    };
    document.addEventListener(type, note, { signal, capture: true, passive: true });
  }
}

/** Forgets what was counted: it is set against the time since the shop noted that the page was opened. */
export function countAnew() {
  since = performance.now();
  counts = { pointerMoves: 0, clicks: 0, touches: 0, keys: 0, scrolls: 0, activeMs: 0 };
}

/** What was counted so far. */
export const evidence = () => ({ ...counts });

/** Tenths of a second: enough to tell a person from a script, too little to tell one person from another. */
function elapsed() {
  return Math.floor((performance.now() - since) / COARSE_MS) * COARSE_MS;
}
