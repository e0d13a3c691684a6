import { GuestPage } from './guest/guestPage.ts';

const root = document.getElementById('page');
if (root !== null) {
  new GuestPage(root).start();
}
