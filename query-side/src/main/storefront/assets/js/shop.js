/** The storefront. */
import { accountView } from './account.js';
import { keepSynchronised } from './clock.js';
import { h } from './dom.js';
import { ordersView } from './orders.js';
import { resumePending } from './checkout.js';
import { purchaseView } from './purchase.js';
import { startRouter } from './router.js';
import { saleView } from './sale.js';
import { salesView } from './sales.js';
import { session, signOut } from './session.js';

const ROUTES = [
  [/^\/$/, 'Flash sale', salesView],
  [/^\/sales\/(?<saleId>[^/]+)$/, 'Sale · Flash sale', saleView],
  [/^\/purchases\/(?<purchaseId>[^/?]+)(\?after=(?<after>\d+))?$/, 'Your purchase · Flash sale', purchaseView],
  [/^\/orders$/, 'Your orders · Flash sale', ordersView],
  [/^\/login(\?next=(?<next>.+))?$/, 'Sign in · Flash sale', accountView('login')],
  [/^\/register(\?next=(?<next>.+))?$/, 'Create an account · Flash sale', accountView('register')],
];

function showNavigation() {
  const link = (path, text) => h('a', { href: `#${path}`, 'aria-current': isAt(path) && 'page' }, text);
  const signedIn = session();
  document.getElementById('nav').replaceChildren(
    link('/', 'Sales'),
    ...(signedIn
      ? [
          link('/orders', 'Orders'),
          h('span', { class: 'user', title: 'Signed in' }, signedIn.username),
          h('button', { type: 'button', class: 'link', id: 'sign-out', onclick: signOut }, 'Sign out'),
        ]
      : [link('/login', 'Sign in')]),
  );
}

function isAt(path) {
  return (location.hash.replace(/^#/, '') || '/').split('?')[0] === path;
}

window.addEventListener('session-changed', showNavigation);
window.addEventListener('hashchange', showNavigation);
showNavigation();
await keepSynchronised();
startRouter(ROUTES, document.getElementById('main'));
resumePending();
