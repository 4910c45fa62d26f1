/** Who may not buy, in any sale: the blocks that hold, a form for another, and a button that ends one. */
import { get, post, remove } from './api.js';
import { now } from './clock.js';
import { announce, h } from './dom.js';
import { detailed, local } from './merchant-schedule.js';
import { poll } from './poll.js';
import { notice } from './router.js';
import { at } from './times.js';

const PATH = '/api/admin/blocklist';
const HOUR_MS = 3_600_000;
const KINDS = [
  ['userId', 'Account (user id)'],
  ['address', 'Network address'],
];

export async function blocksView(main, _, signal) {
  const messages = h('div', { 'aria-live': 'polite', id: 'messages' });
  const body = h('tbody', { id: 'blocks' });
  const empty = h('p', { class: 'empty' }, 'Nobody is blocked.');
  const more = h('p', { class: 'muted' });
  const load = () => get(PATH, { signal });
  const show = ({ total, blocked }) => {
    empty.hidden = blocked.length > 0;
    more.textContent = total > blocked.length ? `${blocked.length} of ${total} are shown.` : '';
    body.replaceChildren(...blocked.map((block) => row(block, () => act('The block is lifted.', () => remove(`${PATH}/${encodeURIComponent(block.blockId)}`)))));
  };
  const act = async (done, action) => {
    try {
      await action();
      show(await load());
      messages.replaceChildren(notice('good', done));
      announce(done);
      return true;
    } catch (problem) {
      if (signal.aborted) return false;
      if (problem.status === undefined) throw problem;
      messages.replaceChildren(notice('error', detailed(problem)));
      return false;
    }
  };
  main.append(
    h('h1', {}, 'Blocklist'),
    messages,
    blockForm((wanted) => act('Blocked. Every node knows it within a second.', () => post(PATH, wanted))),
    h('div', { class: 'table-box' },
      h('table', {}, h('thead', {}, h('tr', {}, ['Who', 'Why', 'Until', 'By', ''].map((name) => h('th', { scope: 'col' }, name)))), body)),
    empty,
    more,
  );
  show(await load());
  poll(load, show, () => 3000, signal);
}

function row({ kind, subject, reason, until, automatic }, lift) {
  // a network is stored as a keyed hash only: its beginning tells two of them apart
  const who = kind === 'USER' ? h('code', {}, subject) : ['A network ', h('code', {}, subject.slice(0, 12))];
  return h('tr', {},
    h('td', {}, who),
    h('td', {}, reason),
    h('td', {}, at(until)),
    h('td', {}, automatic ? 'the gate' : 'a merchant'),
    h('td', {}, h('button', { type: 'button', class: 'link', onclick: lift, 'aria-label': `Lift the block of ${subject}` }, 'Lift')));
}

function blockForm(block) {
  const kind = h('select', { name: 'kind' }, KINDS.map(([value, label]) => h('option', { value }, label)));
  const field = (label, input, width = '') => h('label', { class: `field ${width}` }, h('span', {}, label), input);
  const value = h('input', { name: 'value', required: true, maxlength: 64, autocomplete: 'off', spellcheck: 'false' });
  const reason = h('input', { name: 'reason', required: true, maxlength: 200 });
  const until = h('input', { name: 'until', type: 'datetime-local', step: 1, required: true, value: local(now() + HOUR_MS) });
  const form = h('form', { id: 'block-form', class: 'schedule' },
    h('fieldset', {}, h('legend', {}, 'Block somebody'),
      h('div', { class: 'grid' },
        field('Whom', kind, 'wide-field'), field('Id or address', value, 'wide-field'),
        field('Why (they read it)', reason, 'wide-field'), field('Until', until, 'wide-field')),
      h('p', { class: 'muted' }, 'An address blocks its whole network: /24, or /64 for IPv6. Orders that were placed stay as they are.'),
      h('button', { type: 'submit', class: 'button danger' }, 'Block')));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const wanted = { [kind.value]: value.value.trim(), reason: reason.value.trim(), until: new Date(until.value).toISOString() };
    if (await block(wanted)) value.value = reason.value = '';
  });
  return form;
}
