/** The gate of a sale that is scheduled or runs: who may try, changed at once for everybody who comes after. */
import { get, put } from './api.js';
import { h } from './dom.js';
import { admissionEditor } from './merchant-admission.js';
import { detailed } from './merchant-schedule.js';
import { notice } from './router.js';

/** A panel {element, show(isOver)}, filled when it is first opened. */
export function gatePanel(path, signal) {
  const editor = admissionEditor();
  const messages = h('div', { 'aria-live': 'polite', id: 'gate-messages' });
  const save = h('button', { type: 'submit', class: 'button primary', id: 'save-admission' }, 'Save');
  const form = h('form', { class: 'schedule' }, editor.element, messages, h('div', { class: 'actions' }, save));
  const element = h('details', { class: 'panel live-panel', id: 'gate-panel' }, h('summary', {}, 'Who may try'), form);
  const attempt = async (action) => {
    save.disabled = true;
    try {
      const done = await action();
      messages.replaceChildren(...(done ? [notice('good', done)] : []));
      save.disabled = false;
    } catch (problem) {
      if (signal.aborted) return;
      if (problem.status === undefined) throw problem;
      messages.replaceChildren(notice('error', detailed(problem)));
      save.disabled = false;
    }
  };
  let loaded = false;
  element.addEventListener('toggle', () => {
    if (loaded) return;
    loaded = true;
    attempt(async () => editor.show(await get(`${path}/admission`, { signal })));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(async () => {
      await put(`${path}/admission`, editor.read(), { signal });
      return 'Saved. It holds for everybody who comes from now on.';
    });
  });
  return { element, show: (isOver) => (element.hidden = isOver) };
}
