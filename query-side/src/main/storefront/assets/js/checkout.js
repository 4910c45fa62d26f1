/** From the click to a definite answer, with a dialog that says what is going on. */
import { isDefinite, pendingPurchase, send, wish } from './buying.js';
import { h } from './dom.js';
import { nameOf, textOf } from './problems.js';
import { go, notice } from './router.js';
import { session } from './session.js';

const ASKING = 'Your request is on its way. Please keep this page open.';
const REPEATING =
  'We did not get a clear answer, so the same request is sent again. It carries the same key: you cannot buy twice by this.';

/** Buys after a click on an offer; without a session, signs in first. */
export async function buy({ sale, offer, quantity, result }) {
  if (!session()) return go(`/login?next=${encodeURIComponent(`/sales/${encodeURIComponent(sale.saleId)}`)}`);
  result.replaceChildren();
  const refused = await settle(wish(sale.saleId, offer.offerId, quantity), offer.title);
  if (refused) result.replaceChildren(notice('error', textOf(refused)));
}

/** Goes on with a purchase that a reload interrupted. */
export async function resumePending() {
  const pending = pendingPurchase();
  if (!pending || !session()) return;
  const refused = await settle(pending, 'your last request');
  if (refused) document.getElementById('main').prepend(notice('error', textOf(refused)));
}

/** Sends until the answer is definite. Shows the accepted purchase, or returns the problem. */
async function settle(pending, title) {
  const dialog = waitingDialog(title);
  try {
    const { purchaseId, receipt } = await send(pending, dialog.unclear);
    dialog.close();
    const after = receipt?.globalIndex;
    go(`/purchases/${encodeURIComponent(purchaseId)}${after ? `?after=${after}` : ''}`);
    return undefined;
  } catch (problem) {
    if (problem.status === undefined) throw problem;
    if (isDefinite(problem)) {
      dialog.close();
      return problem;
    }
    return dialog.gaveUp(() => settle(pending, title));
  }
}

function waitingDialog(title) {
  const text = h('p', { id: 'waiting-text', role: 'status', 'aria-live': 'polite' }, ASKING);
  const spinner = h('div', { class: 'spinner', 'aria-hidden': 'true' });
  const actions = h('div', { class: 'actions' });
  const element = h('dialog', { id: 'waiting', 'aria-labelledby': 'waiting-title' },
    spinner,
    h('h2', { id: 'waiting-title', tabindex: '-1' }, `Buying ${title}`),
    text,
    actions,
  );
  // leaving the dialog would hide an answer that is still to come
  element.addEventListener('cancel', (event) => event.preventDefault());
  document.body.append(element);
  element.showModal();
  element.querySelector('h2').focus();
  const close = () => (element.close(), element.remove());
  const unclear = (problem, attempt) => {
    element.dataset.attempt = attempt;
    text.textContent = ['overloaded', 'too-many-requests', 'rate-limited'].includes(nameOf(problem))
      ? `${textOf(problem)} You keep your turn: the same request is sent again.`
      : REPEATING;
  };
  const gaveUp = (again) =>
    new Promise((resolve) => {
      spinner.hidden = true;
      text.textContent = 'There is still no clear answer. Nothing is lost: trying again repeats the same request.';
      const choice = (label, kind, action) =>
        h('button', { type: 'button', class: `button ${kind}`, onclick: () => (close(), resolve(action())) }, label);
      actions.replaceChildren(
        choice('Try again', 'primary', again),
        choice('Look at my orders', '', () => go('/orders')),
      );
    });
  return { close, unclear, gaveUp };
}
