/** The gate as a shopper meets it: a sum that the browser does by itself, or a dialog with a picture or a question. */
import { clickWidget } from './clicks.js';
import { h, setText } from './dom.js';
import { pictureWidget } from './picture.js';
import { prove } from './proof.js';
import { quizWidget } from './quiz.js';
import { notice } from './router.js';
import { ANOTHER, earnTicket } from './ticket.js';

const WIDGETS = { SLIDER: pictureWidget, ROTATE: pictureWidget, CLICK: clickWidget, QUIZ: quizWidget };

/** The shopper closed the gate's dialog: they do not want a ticket now. */
export class Declined extends Error {}

/** Whether the challenge needs the shopper's hand; a ticket without one can be renewed behind their back. */
export const needsHand = ({ admission }) => Boolean(admission?.challenge) && admission.challenge !== 'PROOF_OF_WORK';

/** Whether buying needs a ticket. */
export const needsTicket = ({ admission }) => Boolean(admission?.ticket);

/** Earns a ticket for the offer; tell(text) says what is going on meanwhile. */
export async function passGate(sale, offer, tell, signal) {
  const dialog = gateDialog(offer.title);
  const solve = (challenge, remark) => {
    if (challenge.kind === 'PROOF_OF_WORK') {
      return prove(challenge, (part) => tell(`Your browser is doing a small sum for the shop: ${Math.round(100 * part)} %`), signal);
    }
    return dialog.ask(challenge, remark, signal);
  };
  try {
    tell('Asking for your ticket…');
    return await earnTicket(sale, offer.offerId, { solve, tell: (text) => (tell(text), dialog.tell(text)), signal });
  } finally {
    dialog.close();
  }
}

function gateDialog(title) {
  const task = h('p', { class: 'muted' });
  const box = h('div', { class: 'gate-box' });
  const messages = h('div', { 'aria-live': 'assertive' });
  const submit = h('button', { type: 'submit', class: 'button primary' }, 'Done');
  const another = h('button', { type: 'button', class: 'button' }, 'Another one');
  const leave = h('button', { type: 'button', class: 'button' }, 'Not now');
  const form = h('form', {}, task, box, messages, h('div', { class: 'actions' }, submit, another, leave));
  const element = h('dialog', { id: 'gate', 'aria-labelledby': 'gate-title' }, h('h2', { id: 'gate-title' }, `Your ticket for ${title}`), form);
  const enable = (enabled) => [submit, another].forEach((button) => (button.disabled = !enabled));

  const ask = async ({ ...challenge }, remark, signal) => {
    const widget = await WIDGETS[challenge.kind](challenge);
    setText(task, widget.task);
    setText(another, challenge.kind === 'QUIZ' ? 'Another question' : 'Another picture');
    box.replaceChildren(widget.element);
    messages.replaceChildren(...(remark ? [notice('error', remark)] : []));
    enable(true);
    if (!element.isConnected) document.body.append(element);
    if (!element.open) element.showModal();
    box.querySelector('input, [tabindex]')?.focus();
    return new Promise((resolve, reject) => {
      form.onsubmit = (event) => (event.preventDefault(), enable(false), resolve(widget.answer()));
      another.onclick = () => (enable(false), resolve(ANOTHER));
      leave.onclick = () => reject(new Declined());
      element.oncancel = (event) => (event.preventDefault(), reject(new Declined()));
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  };
  const close = () => (element.close(), element.remove());
  const tell = (text) => element.open && messages.replaceChildren(notice('info', text));
  return { ask, close, tell };
}
