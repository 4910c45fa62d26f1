/** Shows the view that the address's fragment names, and ends the one before. */
import { h } from './dom.js';
import { textOf } from './problems.js';
import { session } from './session.js';

let current = new AbortController();

/** Starts with routes [pattern, title, view]; view(main, parameters, signal) may be asynchronous. */
export function startRouter(routes, main) {
  const show = () => render(routes, main);
  window.addEventListener('hashchange', show);
  window.addEventListener('session-changed', () => session() || show());
  // the fragment names the view, so the skip link cannot use it
  document.querySelector('.skip').addEventListener('click', (event) => (event.preventDefault(), main.focus()));
  return show();
}

export function go(path) {
  if (location.hash === `#${path}`) return;
  location.hash = path;
}

async function render(routes, main) {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  const path = location.hash.replace(/^#/, '') || '/';
  const [pattern, title, view] = routes.find(([each]) => each.test(path)) ?? routes[0];
  document.title = title;
  main.replaceChildren();
  main.focus({ preventScroll: true });
  window.scrollTo(0, 0);
  try {
    await view(main, parametersOf(pattern.exec(path)), signal);
  } catch (problem) {
    if (signal.aborted) return;
    if (problem.status === undefined) throw problem;
    main.append(notice('error', textOf(problem)), problem.status === 0 || problem.status >= 500 ? tryAgain(routes, main) : '');
  }
}

function tryAgain(routes, main) {
  return h('button', { type: 'button', class: 'button again', onclick: () => render(routes, main) }, 'Try again');
}

function parametersOf(match) {
  const given = Object.entries(match?.groups ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, decodeURIComponent(value)]));
}

/** A box that tells something: kind is 'info', 'good' or 'error'. */
export function notice(kind, ...children) {
  return h('div', { class: `notice notice-${kind}`, role: kind === 'error' ? 'alert' : undefined }, ...children);
}
