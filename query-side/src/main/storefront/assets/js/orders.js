/** The shopper's orders. */
import { get } from './api.js';
import { offerTitle } from './catalogue.js';
import { now } from './clock.js';
import { every, h, setText } from './dom.js';
import { money } from './money.js';
import { poll } from './poll.js';
import { notice } from './router.js';
import { session } from './session.js';
import { showStatus } from './status.js';
import { at, countdown } from './times.js';

export async function ordersView(main, _, signal) {
  main.append(h('h1', {}, 'Your orders'));
  if (!session()) return void main.append(notice('info', h('a', { href: '#/login?next=%2Forders' }, 'Sign in'), ' to see your orders.'));
  const load = () => get('/api/orders', { signal });
  const stale = notice('info', 'This list is a little behind at the moment.');
  const empty = h('p', { class: 'empty' }, 'Nothing bought yet.');
  const list = h('ul', { class: 'order-list', id: 'orders' });
  main.append(stale, list, empty);
  const rows = new Map();
  const show = (answer) => {
    stale.hidden = !answer.stale;
    empty.hidden = answer.orders.length > 0;
    for (const order of answer.orders) {
      if (!rows.has(order.orderId)) rows.set(order.orderId, row(order));
      rows.get(order.orderId).order = order;
    }
    answer.orders.forEach(({ orderId }, index) => {
      const { element } = rows.get(orderId);
      if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
    });
    refresh();
  };
  const refresh = () => rows.forEach((each) => each.refresh());
  show(await load());
  every(500, signal, refresh);
  poll(load, show, () => 4000, signal);
}

function row(order) {
  const title = h('h2', {}, `${order.quantity} × …`);
  const pill = h('span', { class: 'pill' });
  const when = h('p', { class: 'muted' });
  const link = h('a', { class: 'order', href: `#/purchases/${encodeURIComponent(order.purchaseId ?? order.orderId)}` },
    h('div', { class: 'order-text' }, title, when),
    h('b', { class: 'order-amount' }, money(order.amountMinor, order.currency)),
    pill,
  );
  const made = { order, element: h('li', { 'data-order': order.orderId }, link) };
  made.refresh = () => {
    showStatus(pill, made.order.status);
    setText(when, whenText(made.order));
  };
  offerTitle(order.saleId, order.offerId).then((name) => setText(title, `${order.quantity} × ${name}`));
  return made;
}

function whenText({ status, placedAt, payBy }) {
  const leftMs = Date.parse(payBy) - now();
  return status === 'AWAITING_PAYMENT' && leftMs > 0 ? `Pay within ${countdown(leftMs)}` : `Placed ${at(placedAt)}`;
}
