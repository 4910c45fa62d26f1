/** The dialog between the click and a definite answer: what is going on, and for how long. */
import { inQueue, isUndecided } from './buying.js';
import { h, setText } from './dom.js';
import { nameOf, textOf } from './problems.js';
import { countdown } from './times.js';

const ASKING = 'Your request is on its way. Please keep this page open.';
const REPEATING =
  'We did not get a clear answer, so the same request is sent again. It carries the same key: you cannot buy twice by this.';
const TOLD = ['overloaded', 'rate-limited', 'too-many-requests'];
const BY_ITSELF = 'This page asks again by itself.';

/** The dialog, shown; onLeave is called when the shopper does not want to wait for a place any more. */
export function waitingDialog(title, onLeave) {
  const text = h('p', { id: 'waiting-text', role: 'status', 'aria-live': 'polite' }, ASKING);
  const figures = h('dl', { class: 'queue', hidden: true });
  const next = h('p', { class: 'muted', id: 'waiting-next', 'aria-hidden': 'true' });
  const spinner = h('div', { class: 'spinner', 'aria-hidden': 'true' });
  const leave = h('button', { type: 'button', class: 'button', onclick: () => onLeave() }, 'Stop waiting');
  const actions = h('div', { class: 'actions' });
  const heading = h('h2', { id: 'waiting-title', tabindex: '-1' }, `Buying ${title}`);
  const element = h('dialog', { id: 'waiting', 'aria-labelledby': 'waiting-title' }, spinner, heading, text, figures, next, actions);
  let timer;
  // leaving the dialog would hide an answer that is still to come
  element.addEventListener('cancel', (event) => event.preventDefault());
  document.body.append(element);
  element.showModal();
  heading.focus();

  const close = () => (clearInterval(timer), element.close(), element.remove());
  const tell = (news) => (clearInterval(timer), setText(next, ''), (figures.hidden = true), actions.replaceChildren(), setText(text, news));
  const countTo = (waitMs) => {
    const until = performance.now() + waitMs;
    const show = () => setText(next, `Asks again in ${countdown(until - performance.now())}`);
    timer = setInterval(show, 250);
    show();
  };
  const waits = (problem, attempt, waitMs, mayLeave) => {
    const queued = inQueue(problem);
    tell(isUndecided(problem) || TOLD.includes(nameOf(problem)) ? `${textOf(problem)} ${BY_ITSELF}` : REPEATING);
    element.dataset.attempt = attempt;
    setText(heading, queued ? `Waiting for ${title}` : `Buying ${title}`);
    figures.hidden = !queued;
    if (queued) figures.replaceChildren(...queueFigures(problem.body));
    if (isUndecided(problem) && mayLeave) actions.replaceChildren(leave);
    countTo(waitMs);
  };
  const gaveUp = (again, orders) =>
    new Promise((resolve) => {
      tell('There is still no clear answer. Nothing is lost: trying again repeats the same request.');
      spinner.hidden = true;
      const choice = (label, kind, action) =>
        h('button', { type: 'button', class: `button ${kind}`, onclick: () => (close(), resolve(action())) }, label);
      actions.replaceChildren(choice('Try again', 'primary', again), choice('Look at my orders', '', orders));
    });
  return { close, tell, waits, gaveUp, asking: () => tell(ASKING) };
}

function queueFigures({ position, remaining, expectedWaitMs }) {
  const figure = (name, value) => (value === undefined || value === null ? [] : [h('div', {}, h('dt', {}, name), h('dd', {}, value))]);
  return [
    ...figure('ahead of you', position === undefined ? undefined : String(Math.max(0, position - 1))),
    ...figure('units left', remaining === undefined ? undefined : String(remaining)),
    ...figure('expected wait', expectedWaitMs > 0 ? countdown(expectedWaitMs) : undefined),
  ];
}
