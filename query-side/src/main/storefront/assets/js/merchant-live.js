/** One sale, live: what is left of every item, and the levers. */
import { post } from './api.js';
import { awaitSale, loadSale } from './catalogue.js';
import { now } from './clock.js';
import { bigCountdown } from './countdown.js';
import { announce, every, h, setText } from './dom.js';
import { gatePanel } from './merchant-gate.js';
import { money } from './money.js';
import { poll } from './poll.js';
import { textOf } from './problems.js';
import { notice } from './router.js';
import { isOpen, showStatus, statusAt } from './status.js';
import { at } from './times.js';

export async function liveView(main, { saleId }, signal) {
  let sale = await awaitSale(saleId, signal);
  document.title = `${sale.title} · Merchant`;
  const path = `/api/admin/sales/${encodeURIComponent(saleId)}`;
  const pill = h('span', { class: 'pill', id: 'sale-status' });
  const messages = h('div', { 'aria-live': 'polite', id: 'messages' });
  const act = acting(messages);
  const close = h('button', { type: 'button', class: 'button', id: 'close-sale' }, 'Close now');
  const cancel = h('button', { type: 'button', class: 'button danger', id: 'cancel-sale' }, 'Cancel the sale');
  const gate = gatePanel(path, signal);
  const rows = new Map(sale.items.map((item) => [item.itemId, itemRow(item, sale.currency, path, act)]));
  const aim = () => {
    const status = statusAt(now(), sale);
    if (status === 'UPCOMING') return { label: `Opens ${at(sale.opensAt)}`, iso: sale.opensAt };
    return isOpen(status) || status === 'SOLD_OUT' ? { label: `Closes ${at(sale.closesAt)}`, iso: sale.closesAt } : undefined;
  };
  main.append(
    h('div', { class: 'hero' },
      h('div', {},
        h('a', { class: 'back', href: '#/' }, '← All sales'),
        h('div', { class: 'hero-title' }, h('h1', {}, sale.title), pill),
        h('p', { class: 'muted' }, `Unpaid orders go back after ${Math.round(sale.paymentWindowMs / 1000)} s · id `, h('code', {}, saleId))),
      bigCountdown(aim, signal)),
    messages,
    h('div', { class: 'live-items' }, [...rows.values()].map((row) => row.element)),
    h('div', { class: 'actions' }, close, cancel),
    gate.element,
  );
  close.addEventListener('click', () =>
    confirmWith(h('p', {}, 'Nobody can buy any more. Orders that are placed may still be paid.'), 'Close now', () =>
      act('The sale is closing.', () => post(`${path}/close`))));
  cancel.addEventListener('click', () => {
    const reason = h('input', { name: 'reason', required: true, maxlength: 200 });
    confirmWith(h('label', { class: 'field' }, h('span', {}, 'Why? It is kept with the sale.'), reason), 'Cancel the sale', () =>
      act('The sale is cancelled.', () => post(`${path}/cancel`, { reason: reason.value })));
  });
  const refresh = () => {
    const status = statusAt(now(), sale);
    showStatus(pill, status);
    close.disabled = !isOpen(status) && status !== 'SOLD_OUT';
    cancel.disabled = status === 'ENDED' || status === 'CANCELLED';
    gate.show(cancel.disabled);
    sale.items.forEach((item) => rows.get(item.itemId)?.show(item, statusAt(now(), sale, item.status)));
  };
  every(250, signal, refresh);
  poll(() => loadSale(saleId, signal), (newer) => ((sale = newer), refresh()), () => 1000, signal);
}

/** Runs an action and says how it went. */
function acting(messages) {
  return async (done, action) => {
    try {
      await action();
      messages.replaceChildren(notice('good', done));
      announce(done);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      messages.replaceChildren(notice('error', textOf(problem)));
    }
  };
}

function itemRow(item, currency, path, act) {
  const pill = h('span', { class: 'pill' });
  const numbers = h('b', { class: 'number' });
  const fill = h('i', {});
  const units = h('input', { type: 'number', min: 1, value: 10, 'aria-label': `Units to add to ${item.title}` });
  const add = h('form', { class: 'add-stock' }, units, h('button', { class: 'button', type: 'submit' }, 'Add stock'));
  // one key per wish, renewed after success: pressing again after an unclear answer must not add twice
  let key = crypto.getRandomValues(new Uint32Array(4)).join('-');
  add.addEventListener('submit', (event) => {
    event.preventDefault();
    act(`${units.value} units of ${item.title} are on their way.`, async () => {
      const headers = { 'Idempotency-Key': key };
      await post(`${path}/items/${encodeURIComponent(item.itemId)}/stock`, { units: Number(units.value) }, { headers });
      key = crypto.getRandomValues(new Uint32Array(4)).join('-');
    });
  });
  units.addEventListener('change', () => (key = crypto.getRandomValues(new Uint32Array(4)).join('-')));
  const element = h('article', { class: 'live-item', 'data-item': item.itemId },
    h('div', { class: 'live-item-head' }, h('h2', {}, item.title), pill, numbers),
    h('div', { class: 'bar bar-big', 'aria-hidden': 'true' }, fill),
    h('div', { class: 'live-item-foot' }, h('span', { class: 'muted' }, `${money(item.salePriceMinor, currency)} · up to ${item.limitPerUser} per person`), add));
  const show = ({ remainingUnits, totalUnits }, status) => {
    showStatus(pill, status);
    setText(numbers, `${remainingUnits} of ${totalUnits} left`);
    fill.style.width = `${totalUnits > 0 ? (100 * remainingUnits) / totalUnits : 0}%`;
    fill.parentElement.classList.toggle('bar-low', status === 'LOW_STOCK');
    add.hidden = status === 'ENDED' || status === 'CANCELLED';
  };
  return { element, show };
}

/** Asks before something that cannot be undone. */
function confirmWith(content, label, action) {
  const form = h('form', { method: 'dialog' }, content,
    h('div', { class: 'actions' },
      h('button', { class: 'button danger', value: 'yes' }, label),
      h('button', { class: 'button', value: 'no', formnovalidate: true }, 'Back')));
  const dialog = h('dialog', { 'aria-label': label }, form);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue === 'yes') action();
  });
  document.body.append(dialog);
  dialog.showModal();
}
