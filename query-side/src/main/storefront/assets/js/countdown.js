/** A big countdown on the shop's clock. */
import { now } from './clock.js';
import { every, h, setText } from './dom.js';
import { partsOf, twoDigits } from './times.js';

const UNITS = ['days', 'hours', 'minutes', 'seconds'];

/** An element that counts down to target(); target gives {label, iso}, or undefined when there is nothing to wait for. */
export function bigCountdown(target, signal) {
  const label = h('p', { class: 'countdown-label' });
  const digits = Object.fromEntries(UNITS.map((unit) => [unit, h('b', {}, '00')]));
  const boxes = UNITS.map((unit) => h('span', { class: 'countdown-box' }, digits[unit], h('small', {}, unit)));
  // a screen reader must not hear every second; the label says to which instant it counts
  const element = h('div', { class: 'countdown' }, label, h('div', { class: 'countdown-row', 'aria-hidden': 'true' }, boxes));
  every(250, signal, () => {
    const aim = target();
    element.hidden = !aim;
    if (!aim) return;
    const parts = partsOf(Date.parse(aim.iso) - now());
    setText(label, aim.label);
    boxes[0].hidden = parts.days === 0;
    for (const unit of UNITS) setText(digits[unit], unit === 'days' ? String(parts.days) : twoDigits(parts[unit]));
  });
  return element;
}
