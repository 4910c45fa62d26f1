/** Who may try: the form for it, the same for a new sale and for one that runs. */
import { h } from './dom.js';
import { PARTS, PRESETS } from './merchant-parts.js';
import { quizEditor } from './merchant-quiz.js';

/** The form's part: {element, read(), show(admission)}. */
export function admissionEditor() {
  const quiz = quizEditor();
  const parts = new Map(PARTS.map((each) => [each.part, partOf(each, each.part === 'challenge' ? quiz.element : undefined)]));
  const kind = parts.get('challenge').input('kind');
  const presets = Object.keys(PRESETS).map((name) =>
    h('button', { type: 'button', class: 'button', 'data-preset': name, onclick: () => show(PRESETS[name]) }, name));
  const refresh = () => {
    parts.forEach((part) => part.refresh());
    quiz.element.hidden = kind.value !== 'QUIZ';
    quiz.enable(parts.get('challenge').isOn() && kind.value === 'QUIZ');
    parts.get('challenge').hide('workBits', kind.value !== 'PROOF_OF_WORK');
    // a challenge and a journey lead to a ticket, or to nothing
    const needed = parts.get('challenge').isOn() || parts.get('journey').isOn();
    parts.get('ticket').force(needed);
  };
  const show = (admission) => {
    parts.forEach((part, name) => part.show(valueAt(admission, name)));
    quiz.show(admission.challenge?.questions ?? []);
    refresh();
  };
  const read = () => {
    const of = (name) => parts.get(name).read();
    const challenge = of('challenge');
    const rates = Object.fromEntries(['perUser', 'perAddress', 'perSale'].map((name) => [name, of(`rates.${name}`)]));
    return {
      ...(challenge && { challenge: { ...challenge, questions: challenge.kind === 'QUIZ' ? quiz.read() : [] } }),
      ticket: Boolean(of('ticket')),
      ...(Object.values(rates).some(Boolean) && { rates }),
      ...without(undefined, { blocking: of('blocking'), journey: of('journey'), eligibility: of('eligibility') }),
      queue: Boolean(of('queue')),
    };
  };
  const element = h('fieldset', { class: 'admission' }, h('legend', {}, 'Who may try'),
    h('div', { class: 'presets' }, h('span', { class: 'muted' }, 'Begin with'), presets),
    [...parts.values()].map((part) => part.element));
  element.addEventListener('change', refresh);
  show(PRESETS.Open);
  return { element, read, show };
}

function valueAt(admission, name) {
  return name.split('.').reduce((value, step) => value?.[step] ?? undefined, admission);
}

function without(unwanted, object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== unwanted));
}

function partOf({ part, label, fields }, more) {
  const tick = h('input', { type: 'checkbox', name: `part.${part}` });
  const inputs = new Map(fields.map((field) => [field.name, inputFor(field)]));
  const grid = h('div', { class: 'grid' }, fields.map((field) =>
    h('label', { class: `field ${field.wide ? 'wide-field' : ''} ${field.check ? 'check' : ''}` }, h('span', {}, field.label), inputs.get(field.name))));
  const body = h('div', { class: 'part-body' }, fields.length > 0 && grid, more);
  const element = h('div', { class: 'part', 'data-part': part }, h('label', { class: 'switch' }, tick, h('span', {}, label)), body);
  const refresh = () => {
    body.hidden = !tick.checked || body.children.length === 0;
    // what is not shown must not keep the form from being sent
    inputs.forEach((input) => (input.disabled = !tick.checked));
  };
  return {
    element,
    refresh,
    isOn: () => tick.checked,
    input: (name) => inputs.get(name),
    hide: (name, hidden) => (inputs.get(name).parentElement.hidden = hidden),
    force: (needed) => (tick.checked ||= needed, tick.disabled = needed),
    read: () => (tick.checked ? Object.fromEntries(fields.map((field) => [field.name, read(field, inputs.get(field.name))])) : undefined),
    show: (value) => {
      tick.checked = Boolean(value);
      fields.forEach((field) => put(field, inputs.get(field.name), value?.[field.name]));
    },
  };
}

function inputFor({ name, options, check, text, min, max }) {
  if (options) return h('select', { name }, options.map(([value, label]) => h('option', { value }, label)));
  if (check) return h('input', { type: 'checkbox', name });
  if (text) return h('input', { name, maxlength: 64, pattern: '[A-Za-z0-9_\\-]*' });
  return h('input', { type: 'number', name, min, max, step: 'any', required: true });
}

function read({ factor = 1, options, check, text }, input) {
  if (check) return input.checked;
  if (options) return input.value;
  return text ? input.value.trim() || null : Math.round(Number(input.value) * factor);
}

function put({ factor = 1, check, value, ...field }, input, given) {
  if (check) input.checked = given ?? value;
  else if (field.options || field.text) input.value = given ?? value;
  else input.value = given === undefined ? value : given / factor;
}
