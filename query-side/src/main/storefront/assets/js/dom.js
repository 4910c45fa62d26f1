/** Small helpers around the DOM. Text always goes in as text, so nothing a merchant types can become markup. */

/** Builds an element: h('button', {type: 'button', onclick: buy}, 'Buy'). Absent and false properties are left out. */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

/** Writes only what changed, so that a screen reader is not told the same thing twice. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Tells a screen reader something that the page also shows. */
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}

/** Runs the task every so often until the signal aborts; the first time at once. */
export function every(intervalMs, signal, task) {
  task();
  const timer = setInterval(task, intervalMs);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/** Resolves after the pause, or rejects as soon as the signal aborts. */
export function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}

/** A hue of its own for every id, so that things without a picture can still be told apart. */
export function hueOf(id) {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + character.codePointAt(0)) % 65_521;
  // steps of the golden angle keep neighbours apart
  return Math.round((hash * 137.508) % 360);
}
