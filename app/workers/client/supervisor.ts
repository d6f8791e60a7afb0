/**
 * Keeps one role's worker alive: starts it, brings it to the present state (`boot`), and when it
 * dies starts another, asks again what was read-only, and gives up after too many deaths.
 */
import type { Adaptation, Notice, Replies, Request } from '../protocol';
import { isDeath, WorkerFailure, type FailureCode } from '../failure';
import { Link, SUPERSEDED, type WorkerLike } from './link';

export type Status = 'absent' | 'starting' | 'ready' | 'restarting' | 'failed';

export interface SupervisorOptions {
  spawn: () => WorkerLike;
  /** Brings a fresh worker to the present state. A failure that is no death gives the role up. */
  boot: (link: Link) => Promise<void>;
  onNotice: (notice: Notice) => void;
  onStatus: (status: Status) => void;
  /** Called before each respawn, with the reason of the death. */
  onDeath: (code: FailureCode, detail: string) => void;
  /** Silence, in ms, after which the worker counts as hung. */
  patience: number;
}

/** More deaths than this within `DEATHS_WINDOW_MS` and the role is given up. */
const MAX_DEATHS = 4;
const DEATHS_WINDOW_MS = 60_000;
/** A read that was pending when its worker died is asked again this many times. */
const RETRIES = 2;

export class Supervisor {
  status: Status = 'absent';
  private link: Link | null = null;
  private ready: Promise<Link> | null = null;
  private deaths: number[] = [];
  private closed = false;

  constructor(private readonly options: SupervisorOptions) {}

  /** Resolves when the worker is up and holds the present state; starts it at the first call. */
  start(): Promise<Link> {
    if (this.closed) return Promise.reject(new WorkerFailure('worker-failed', 'closed'));
    this.ready ??= this.raise('starting');
    return this.ready;
  }

  /**
   * Asks the worker once it is ready. With `again`, a request that was under way when the worker
   * died is repeated on the next one: for reads, and for settings that `boot` restores anyway.
   */
  async ask<R extends Request>(
    request: R,
    again = true,
    onFirst?: (value: Adaptation) => void,
  ): Promise<Replies[R['type']] | typeof SUPERSEDED> {
    for (let left = again ? RETRIES : 0; ; left--) {
      // At once where the worker is up: what waits for a turn waits for the page's drawing too.
      const link = this.status === 'ready' && this.link ? this.link : await this.start();
      try {
        return await link.ask(request, onFirst);
      } catch (failure) {
        if (!isDeath(failure) || left <= 0) throw failure;
      }
    }
  }

  /** As `ask`, for requests that no newer one supersedes. */
  async askOnce<R extends Request>(request: R): Promise<Replies[R['type']]> {
    const reply = await this.ask(request);
    if (reply === SUPERSEDED) throw new WorkerFailure('internal', `${request.type} was superseded`);
    return reply;
  }

  /** Puts a worker that is already up in place of the present one (a backend switch). */
  adopt(link: Link): void {
    this.link?.close('worker-died', 'replaced');
    link.handlers = { onNotice: this.options.onNotice, onDeath: this.bury };
    this.link = link;
    this.ready = Promise.resolve(link);
    this.become('ready');
  }

  /** Ends the present worker as if it had died by itself; the next is started. */
  kill(code: FailureCode, detail: string): void {
    this.link?.die(code, detail);
  }

  /** Stops the present worker silently: the watchdog has to find out (fault tests). */
  hang(): void {
    this.link?.hang();
  }

  /** After `failed`: forget the deaths, so that the next request tries again. */
  forgive(): void {
    if (this.status !== 'failed') return;
    this.deaths = [];
    this.ready = null;
    this.become('absent');
  }

  /** Ends the worker for good. */
  close(): void {
    this.closed = true;
    this.link?.close();
    this.link = null;
    this.ready = null;
    this.become('absent');
  }

  private async raise(status: 'starting' | 'restarting'): Promise<Link> {
    this.become(status);
    const { spawn, boot, onNotice, patience } = this.options;
    try {
      const link = new Link(spawn(), { onNotice, onDeath: this.bury }, patience);
      this.link = link;
      await boot(link);
      this.become('ready');
      return link;
    } catch (failure) {
      // A death during boot was answered by `bury`: `ready` is already the next worker's.
      if (isDeath(failure) && this.status === 'restarting') return this.start();
      if (!this.closed) this.giveUp();
      throw failure;
    }
  }

  private readonly bury = (code: FailureCode, detail: string): void => {
    const now = performance.now();
    this.deaths = [...this.deaths.filter((at) => now - at < DEATHS_WINDOW_MS), now];
    this.options.onDeath(code, detail);
    if (this.deaths.length > MAX_DEATHS) {
      this.giveUp();
      this.ready = Promise.reject(
        new WorkerFailure('worker-failed', `${this.deaths.length} deaths; the last: ${detail}`),
      );
    } else {
      this.ready = this.raise('restarting');
    }
    this.ready.catch(() => undefined); // whoever asks next is told
  };

  private giveUp(): void {
    this.link?.close();
    this.link = null;
    this.become('failed');
  }

  private become(status: Status): void {
    if (status === this.status) return;
    this.status = status;
    this.options.onStatus(status);
  }
}
