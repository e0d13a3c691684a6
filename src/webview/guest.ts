import { browserHome } from './guest/browserHome.ts';
import { GuestPage } from './guest/guestPage.ts';

const root = document.getElementById('page');
if (root !== null) {
  new GuestPage(root, browserHome()).start();
}
