/** A worker in this process: the real host and whatever handlers a test gives it. */
import type { WorkerLike } from '../../app/workers/client/link';
import { Host, type Handlers } from '../../app/workers/host/host';
import type { FromWorker, ToWorker } from '../../app/workers/protocol';

export type MakeHandlers = (host: Host) => Handlers;

export class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  readonly received: ToWorker['request'][] = [];
  terminated = false;
  readonly host: Host;

  constructor(make: MakeHandlers) {
    this.host = new Host((message) => this.say(message), {});
    this.host.extend(make(this.host));
  }

  postMessage(message: ToWorker): void {
    if (this.terminated) return;
    // As between real threads: nobody shares arrays with the other side.
    const copy = structuredClone(message);
    this.received.push(copy.request);
    queueMicrotask(() => this.host.receive(copy));
  }

  terminate(): void {
    this.terminated = true;
  }

  /** The script throws. */
  crash(message = 'boom'): void {
    this.onerror?.({ message });
  }

  say(message: FromWorker): void {
    const copy = structuredClone(message);
    queueMicrotask(() => {
      if (!this.terminated) this.onmessage?.({ data: copy });
    });
  }
}
