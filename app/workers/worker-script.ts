/** The script of adapter, trainer and racer (`docs/architecture.md`, 'Two workers, one script'). */
import { Host, type Handlers } from './host/host';
import type { StartCalls } from '../protocol/calls';
import type { ToWorker } from '../protocol/wire';

/** The page's watchdog takes silence for a hang. */
const HEARTBEAT_MS = 1000;

const starting: Handlers<StartCalls> = {
  start: async (question) => (await import('./start')).start(host, question),
};
const host = new Host(
  (message, transfer = []) => self.postMessage(message, { transfer }),
  starting,
);

self.onmessage = ({ data }: MessageEvent<ToWorker>) => host.receive(data);
self.addEventListener('unhandledrejection', ({ reason }) => {
  const detail = reason instanceof Error ? reason.message : String(reason);
  host.notify({ type: 'line', level: 'error', code: 'internal', detail });
});
host.notify({ type: 'heartbeat' });
setInterval(() => host.notify({ type: 'heartbeat' }), HEARTBEAT_MS);
