/**
 * The service worker that lets the page open without a network. It only ever announces itself: a
 * new version waits until the last tab of the old one is closed, so no training run is cut short.
 */
import { store } from './store';

/** Says when the page is ready for use offline, and when a newer version waits. */
function announce(installing: ServiceWorker): void {
  // A page that already has a worker is looking at that one's files: the new one is an update.
  const isUpdate = navigator.serviceWorker.controller !== null;
  installing.addEventListener('statechange', () => {
    if (installing.state !== 'installed') return;
    store.getState().notify('info', isUpdate ? 'update-ready' : 'offline-ready');
  });
}

/** Registers the worker beside the page; where browsers forbid that, the page just needs a network. */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register('./sw.js');
    if (registration.waiting) store.getState().notify('info', 'update-ready');
    registration.addEventListener('updatefound', () => {
      if (registration.installing) announce(registration.installing);
    });
  } catch {
    // No storage, a private window, an insecure origin: everything else works.
  }
}
