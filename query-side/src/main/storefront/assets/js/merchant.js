/** The merchant's page. */
import { accountView } from './account.js';
import { keepSynchronised } from './clock.js';
import { h } from './dom.js';
import { blocksView } from './merchant-blocks.js';
import { liveView } from './merchant-live.js';
import { merchantSalesView } from './merchant-sales.js';
import { scheduleView } from './merchant-schedule.js';
import { go, notice, startRouter } from './router.js';
import { hasRole, session, signOut } from './session.js';

const ROUTES = [
  [/^\/$/, 'Sales · Merchant', forMerchants(merchantSalesView)],
  [/^\/schedule$/, 'Schedule · Merchant', forMerchants(scheduleView)],
  [/^\/blocklist$/, 'Blocklist · Merchant', forMerchants(blocksView)],
  [/^\/sales\/(?<saleId>[^/]+)$/, 'Live · Merchant', forMerchants(liveView)],
  [/^\/login(\?next=(?<next>.+))?$/, 'Sign in · Merchant', accountView('login', false)],
];

/** The server decides who may do what; this only avoids showing forms that would be refused. */
function forMerchants(view) {
  return (main, parameters, signal) => {
    if (!session()) return go('/login');
    if (hasRole('merchant')) return view(main, parameters, signal);
    return main.append(notice('error', 'This page is for merchants. Please sign in with a merchant’s account.'));
  };
}

function showNavigation() {
  const here = location.hash.replace(/^#/, '') || '/';
  const link = (path, text) => h('a', { href: `#${path}`, 'aria-current': here === path && 'page' }, text);
  const signedIn = session();
  document.getElementById('nav').replaceChildren(
    ...(signedIn
      ? [
          link('/', 'Sales'),
          link('/schedule', 'Schedule'),
          link('/blocklist', 'Blocklist'),
          h('span', { class: 'user', title: 'Signed in' }, signedIn.username),
          h('button', { type: 'button', class: 'link', id: 'sign-out', onclick: signOut }, 'Sign out'),
        ]
      : [h('a', { href: '/' }, 'To the shop')]),
  );
}

window.addEventListener('session-changed', showNavigation);
window.addEventListener('hashchange', showNavigation);
showNavigation();
await keepSynchronised();
startRouter(ROUTES, document.getElementById('main'));
