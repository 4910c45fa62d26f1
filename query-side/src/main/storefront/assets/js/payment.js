/** Pay or give back, while there is time. */
import { post } from './api.js';
import { now } from './clock.js';
import { every, h, setText } from './dom.js';
import { money } from './money.js';
import { textOf } from './problems.js';
import { notice } from './router.js';
import { countdown } from './times.js';

/** The provider calls the shop back; when it has not after this time, paying again is offered (it cannot charge twice). */
const PATIENCE_MS = 15_000;

/** A box with show(state): visible only while the order awaits its payment. */
export function paymentBox(signal) {
  let state;
  let busyUntil = 0;
  const time = h('b', { class: 'time' });
  const hint = h('p', { class: 'muted', role: 'status' });
  const errors = h('div', { 'aria-live': 'assertive' });
  const pay = h('button', { type: 'button', class: 'button primary', id: 'pay' }, 'Pay');
  const cancel = h('button', { type: 'button', class: 'button', id: 'cancel-order' }, 'Give it back');
  const element = h('div', { class: 'payment', hidden: true },
    h('p', { class: 'pay-by' }, 'Time left to pay ', time), h('div', { class: 'actions' }, pay, cancel), hint, errors);

  const refresh = () => {
    element.hidden = state?.status !== 'AWAITING_PAYMENT';
    if (element.hidden) return;
    const leftMs = Date.parse(state.payBy) - now();
    const busy = performance.now() < busyUntil;
    setText(time, countdown(leftMs));
    pay.disabled = busy || leftMs <= 0;
    cancel.disabled = busy;
    setText(pay, `Pay ${money(state.amountMinor, state.currency)}`);
    if (leftMs <= 0) setText(hint, 'The time to pay is over. Waiting for the shop to say so…');
    else if (busy) setText(hint, 'Payment sent. Waiting for the provider’s answer…');
    else setText(hint, busyUntil ? 'No answer from the provider yet. You may try again: you are charged once at most.' : '');
  };
  const act = (path, body) => async () => {
    busyUntil = performance.now() + PATIENCE_MS;
    errors.replaceChildren();
    refresh();
    try {
      await post(`/api/orders/${encodeURIComponent(state.orderId ?? state.purchaseId)}/${path}`, body, { signal });
    } catch (problem) {
      if (signal.aborted) return;
      busyUntil = 0;
      errors.replaceChildren(notice('error', textOf(problem)));
      refresh();
    }
  };
  pay.addEventListener('click', act('payment', {}));
  cancel.addEventListener('click', act('cancel', undefined));
  every(250, signal, refresh);
  return { element, show: (newer) => ((state = newer), refresh()) };
}
