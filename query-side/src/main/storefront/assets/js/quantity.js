/** Chooses how many, between one and the limit. */
import { h } from './dom.js';

/** A stepper with value(); calls onChange after every change. */
export function quantityPicker({ offerId, title, limit }, onChange) {
  const input = h('input', {
    type: 'number', id: `quantity-${offerId}`, min: 1, max: limit, value: 1, inputmode: 'numeric', 'aria-label': `How many: ${title}`,
  });
  const value = () => Math.max(1, Math.min(limit, Math.trunc(Number(input.value)) || 1));
  const set = (quantity) => {
    input.value = quantity;
    input.value = value();
    less.disabled = value() === 1;
    more.disabled = value() === limit;
    onChange();
  };
  const step = (label, sign, by) =>
    h('button', { type: 'button', class: 'step', 'aria-label': label, onclick: () => set(value() + by) }, sign);
  const less = step('One less', '−', -1);
  const more = step('One more', '+', 1);
  less.disabled = true;
  more.disabled = limit === 1;
  input.addEventListener('input', onChange);
  input.addEventListener('change', () => set(value()));
  return { element: h('div', { class: 'quantity' }, less, input, more), value };
}
