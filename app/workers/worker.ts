/** The script of adapter, trainer and racer (`docs/architecture.md`, 'Two workers, one script'). */
import { Host } from './host/host';
import type { ToWorker } from './protocol';

/** The page's watchdog takes silence for a hang. */
const HEARTBEAT_MS = 1000;

const host: Host = new Host((message, transfer = []) => self.postMessage(message, { transfer }), {
  start: async (request) => (await import('./start')).start(host, request),
});

self.onmessage = ({ data }: MessageEvent<ToWorker>) => host.receive(data);
self.addEventListener('unhandledrejection', ({ reason }) => {
  const detail = reason instanceof Error ? reason.message : String(reason);
  host.notify({ type: 'line', level: 'error', code: 'internal', detail });
});
host.notify({ type: 'heartbeat' });
setInterval(() => host.notify({ type: 'heartbeat' }), HEARTBEAT_MS);
