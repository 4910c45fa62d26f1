/** The form that schedules a sale. */
import { post } from './api.js';
import { now } from './clock.js';
import { h } from './dom.js';
import { admissionEditor } from './merchant-admission.js';
import { bundleFields, itemFields, readBundle, readItem } from './merchant-fields.js';
import { decimalsOf } from './money.js';
import { textOf } from './problems.js';
import { go, notice } from './router.js';

export function scheduleView(main) {
  const items = h('div', { id: 'items' }, itemFields(1));
  const bundles = h('div', { id: 'bundles' });
  const admission = admissionEditor();
  const errors = h('div', { 'aria-live': 'assertive' });
  const submit = h('button', { class: 'button primary', type: 'submit', id: 'schedule' }, 'Schedule the sale');
  const adding = (label, box, make) =>
    h('button', { type: 'button', class: 'button', onclick: () => box.append(make(box.children.length + 1)) }, label);
  const form = h('form', { id: 'schedule-form', class: 'schedule' },
    h('fieldset', {}, h('legend', {}, 'The sale'),
      h('div', { class: 'grid' },
        field('Title', { name: 'title', required: true, maxlength: 120 }, 'wide-field'),
        field('Currency (ISO 4217)', { name: 'currency', required: true, value: 'EUR', pattern: '[A-Z]{3}', maxlength: 3 }),
        field('Opens', { name: 'opensAt', type: 'datetime-local', step: 1, required: true, value: local(now() + 120_000) }),
        field('Closes', { name: 'closesAt', type: 'datetime-local', step: 1, required: true, value: local(now() + 3_720_000) }),
        field('Seconds to pay', { name: 'paymentWindowSeconds', type: 'number', min: 1, value: 300, required: true })),
      h('p', { class: 'muted' }, 'Times are in your own time zone. The sale is visible at once and opens and closes by itself.')),
    h('fieldset', {}, h('legend', {}, 'Items'), items, adding('Another item', items, itemFields)),
    h('fieldset', {}, h('legend', {}, 'Bundles'),
      h('p', { class: 'muted' }, 'Several items at one price, all or nothing. Write parts as item id × units, for example: cup × 2, kettle × 1.'),
      bundles, adding('Add a bundle', bundles, bundleFields)),
    admission.element,
    errors,
    h('div', { class: 'actions' }, submit),
  );
  main.append(h('h1', {}, 'Schedule a sale'), form);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    submit.disabled = true;
    try {
      const { saleId } = await post('/api/admin/sales', { ...read(form, items, bundles), admission: admission.read() });
      go(`/sales/${encodeURIComponent(saleId)}`);
    } catch (problem) {
      const text = problem.status === undefined ? problem.message : detailed(problem);
      errors.replaceChildren(notice('error', text));
      submit.disabled = false;
    }
  });
}

/** What the shop says in detail helps whoever fills in a form more than a general sentence. */
export function detailed(problem) {
  if (![400, 409, 422].includes(problem.status)) return textOf(problem);
  const errors = (problem.body.errors ?? []).map(({ field, message }) => `${field} ${message}`);
  return [problem.message, ...errors].join(' · ');
}

function read(form, items, bundles) {
  const of = (name) => form.elements[name].value.trim();
  const currency = of('currency');
  decimalsOf(currency);
  return {
    title: of('title'),
    currency,
    opensAt: new Date(of('opensAt')).toISOString(),
    closesAt: new Date(of('closesAt')).toISOString(),
    paymentWindowSeconds: Number(of('paymentWindowSeconds')),
    items: [...items.children].map((box) => readItem(box, currency)),
    bundles: [...bundles.children].map((box) => readBundle(box, currency)),
  };
}

/** The value of a datetime-local input for an instant, in the reader's time zone, to the full second. */
export function local(ms) {
  const shifted = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19);
}

function field(label, attributes, kind = '') {
  return h('label', { class: `field ${kind}` }, h('span', {}, label), h('input', attributes));
}
