/** A worker in this process: the real host and whatever handlers a test gives it. */
import type { AdapterCalls } from '../../../app/protocol/adapter';
import type { FaultCalls, StartCalls } from '../../../app/protocol/calls';
import type { TrainerCalls } from '../../../app/protocol/trainer';
import type { WorkerLike } from '../../../app/client/link';
import { Host, type Handlers } from '../../../app/workers/host/host';
import type { FromWorker, ToWorker } from '../../../app/protocol/wire';

/** Of any worker; a test brings those that it needs. */
export type SomeHandlers = Partial<Handlers<AdapterCalls & TrainerCalls & StartCalls & FaultCalls>>;
export type MakeHandlers = (host: Host) => SomeHandlers;

/** A call with its question, as tests compare it. */
export type Received = { type: string } & Record<string, unknown>;

export class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  readonly received: Received[] = [];
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
    this.received.push({ type: copy.call, ...(copy.question as object | undefined) });
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
