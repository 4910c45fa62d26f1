/** A question of the merchant's. */
import { h } from './dom.js';

/** The question: {element, task, answer()}. */
export function quizWidget({ text }) {
  const input = h('input', { name: 'answer', required: true, maxlength: 200, autocomplete: 'off', autocapitalize: 'none' });
  const element = h('label', { class: 'field' }, h('span', { class: 'question' }, text), input);
  return { element, task: 'The merchant asks you something first.', answer: () => input.value.trim() };
}
