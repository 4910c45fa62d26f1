/** The result of a purchase: waiting for it, paying, giving it back. */
import { offerTitle } from './catalogue.js';
import { h, setText } from './dom.js';
import { money } from './money.js';
import { paymentBox } from './payment.js';
import { textOfReason } from './problems.js';
import { notice } from './router.js';
import { session } from './session.js';
import { showStatus } from './status.js';
import { watchPurchase } from './watch.js';

const STEPS = ['Requested', 'Units held', 'Order placed', 'Paid'];
const REACHED = { RESERVED: 2, AWAITING_PAYMENT: 3, PAID: 4, EXPIRED: 3, CANCELLED: 3, REFUSED: 1 };
const LATE_MS = 15_000;
const SENTENCES = {
  LATE: 'There is nothing to see yet. If you have just bought, nothing is lost: this page keeps asking.',
  WAITING: 'Your request was accepted. Looking for the result…',
  RESERVED: 'The units are held for you. Your order is being made…',
  AWAITING_PAYMENT: 'You got it. Please pay in time: unpaid units go back on sale.',
  PAID: 'Paid. Thank you, it is yours.',
  EXPIRED: 'The time to pay is over, and the units went back on sale. Nothing was charged.',
  CANCELLED: 'You gave this order back. Nothing was charged.',
};

export async function purchaseView(main, { purchaseId, after }, signal) {
  if (!session()) return void main.append(notice('info', h('a', { href: '#/login' }, 'Sign in'), ' to see your purchase.'));
  const title = h('h1', {}, 'Your purchase');
  const pill = h('span', { class: 'pill', id: 'purchase-status' });
  const sentence = h('p', { class: 'lead-text', id: 'purchase-text', role: 'status', 'aria-live': 'polite' }, SENTENCES.WAITING);
  const steps = h('ol', { class: 'steps' }, STEPS.map((step) => h('li', {}, step)));
  const amount = h('p', { class: 'amount' });
  const box = paymentBox(signal);
  const panel = h('section', { class: 'panel purchase', id: 'purchase', 'data-purchase': purchaseId },
    h('div', { class: 'hero-title' }, title, pill), amount, steps, sentence, box.element,
    h('p', { class: 'links' }, h('a', { href: '#/orders' }, 'All your orders'), h('a', { href: '#/' }, 'Other sales')));
  main.append(panel);
  showSteps(steps, 1);
  const late = setTimeout(() => setText(sentence, SENTENCES.LATE), LATE_MS);
  signal.addEventListener('abort', () => clearTimeout(late));
  let named = false;
  await watchPurchase(purchaseId, after, (state, transport) => {
    clearTimeout(late);
    panel.dataset.transport = transport;
    panel.dataset.status = state.status;
    showStatus(pill, state.status);
    setText(sentence, state.status === 'REFUSED' ? textOfReason(state.reason) : SENTENCES[state.status] ?? state.status);
    showSteps(steps, REACHED[state.status] ?? 1);
    box.show(state);
    if (named) return;
    named = true;
    if (state.amountMinor > 0) amount.textContent = money(state.amountMinor, state.currency);
    offerTitle(state.saleId, state.offerId).then((name) => setText(title, `${state.quantity} × ${name}`));
  }, signal);
}

function showSteps(list, reached) {
  [...list.children].forEach((step, index) => {
    step.className = index < reached ? 'done' : '';
    if (index === reached - 1) step.setAttribute('aria-current', 'step');
    else step.removeAttribute('aria-current');
  });
}
