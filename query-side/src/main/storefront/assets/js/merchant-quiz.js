/** The questions of a quiz. */
import { h } from './dom.js';

/** The list of questions: {element, read(), show(questions), enable(enabled)}. */
export function quizEditor() {
  const list = h('div', { class: 'questions' });
  const add = h('button', { type: 'button', class: 'button', id: 'add-question', onclick: () => list.append(question()) }, 'Another question');
  const element = h('div', { class: 'quiz' },
    h('p', { class: 'muted' }, 'Each shopper gets one of the questions. Any of its answers is right, one to a line; capitals and spaces make no difference.'),
    list, add);
  const show = (questions) => list.replaceChildren(...(questions.length ? questions : [undefined]).map(question));
  const read = () => [...list.children].map((box, index) => ({
    questionId: box.dataset.question || `q${index + 1}-${Date.now().toString(36)}`,
    text: box.querySelector('[name=question]').value.trim(),
    acceptedAnswers: box.querySelector('[name=answers]').value.split('\n').map((line) => line.trim()).filter(Boolean),
  }));
  const enable = (enabled) => list.querySelectorAll('input, textarea').forEach((input) => (input.disabled = !enabled));
  show([]);
  return { element, read, show, enable };
}

function question(known) {
  const remove = h('button', { type: 'button', class: 'link' }, 'Remove');
  const element = h('div', { class: 'group', role: 'group', 'aria-label': 'Question', 'data-question': known?.questionId ?? '' },
    h('label', { class: 'field' }, h('span', {}, 'Question'), h('input', { name: 'question', required: true, maxlength: 500, value: known?.text })),
    h('label', { class: 'field' }, h('span', {}, 'Answers, one to a line'), answersOf(known)),
    remove);
  remove.addEventListener('click', () => element.parentElement.children.length > 1 && element.remove());
  return element;
}

function answersOf(known) {
  const area = h('textarea', { name: 'answers', required: true, rows: 2, maxlength: 4000 });
  area.value = known?.acceptedAnswers?.join('\n') ?? '';
  return area;
}
