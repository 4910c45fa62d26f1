/** Signing in, and making an account. */
import { post } from './api.js';
import { h } from './dom.js';
import { textOf } from './problems.js';
import { go, notice } from './router.js';
import { signIn } from './session.js';

const MODES = {
  login: {
    heading: 'Sign in',
    action: 'Sign in',
    path: '/api/auth/login',
    password: 'current-password',
    other: ['New here?', 'Create an account', 'register'],
  },
  register: {
    heading: 'Create an account',
    action: 'Create account',
    path: '/api/auth/register',
    password: 'new-password',
    other: ['Have an account?', 'Sign in', 'login'],
  },
};

/** The form for one of the two modes; goes on to the place in parameters.next afterwards. */
export function accountView(mode, mayRegister = true) {
  return (main, { next }) => {
    const { heading, action, path, password, other } = MODES[mode];
    const [question, label, otherMode] = other;
    const suffix = next ? `?next=${encodeURIComponent(next)}` : '';
    main.append(
      h('section', { class: 'panel account' },
        h('h1', {}, heading),
        form(action, path, password, next ?? '/'),
        mayRegister && h('p', { class: 'muted' }, question, ' ', h('a', { href: `#/${otherMode}${suffix}` }, label)),
      ),
    );
  };
}

function form(action, path, passwordKind, onward) {
  const errors = h('div', { 'aria-live': 'assertive' });
  const submit = h('button', { class: 'button primary wide', type: 'submit' }, action);
  const element = h('form', { class: 'fields', id: 'account-form' },
    field('Name', { name: 'username', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' }),
    field('Password', { name: 'password', type: 'password', autocomplete: passwordKind }),
    errors,
    submit,
  );
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    submit.disabled = true;
    try {
      const { username, password } = Object.fromEntries(new FormData(element));
      const answer = await post(path, { username, password });
      signIn(answer);
      go(onward);
    } catch (problem) {
      const text = problem.status === 401 ? 'Name or password is wrong.' : textOf(problem);
      errors.replaceChildren(notice('error', text));
      submit.disabled = false;
    }
  });
  return element;
}

function field(label, attributes) {
  return h('label', { class: 'field' }, h('span', {}, label), h('input', { required: true, ...attributes }));
}
