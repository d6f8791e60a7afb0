/**
 * Keeps one role's worker alive: starts it, brings it to the present state (`boot`), and when it
 * dies starts another, asks again what was read-only, and gives up after too many deaths.
 */
import type { Answer, CallName, Calls, Question } from '../protocol/calls';
import type { Notice } from '../protocol/wire';
import { isDeath, WorkerFailure, type FailureCode } from '../protocol/failure';
import { Link, unlessSuperseded, type SUPERSEDED, type WorkerLike } from './link';

export type Status = 'absent' | 'starting' | 'ready' | 'restarting' | 'failed';

export interface SupervisorOptions<C extends Calls<C>> {
  spawn: () => WorkerLike;
  /** Brings a fresh worker to the present state. A failure that is no death gives the role up. */
  boot: (link: Link<C>) => Promise<void>;
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
/** A question that was pending when its worker died is asked again this many times. */
const RETRIES = 2;

export class Supervisor<C extends Calls<C>> {
  status: Status = 'absent';
  private link: Link<C> | null = null;
  private ready: Promise<Link<C>> | null = null;
  private deaths: { at: number; detail: string }[] = [];
  private closed = false;

  constructor(private readonly options: SupervisorOptions<C>) {}

  /** Resolves when the worker is up and holds the present state; starts it at the first call. */
  start(): Promise<Link<C>> {
    if (this.closed) return Promise.reject(new WorkerFailure('worker-failed', 'closed'));
    this.ready ??= this.raise('starting');
    return this.ready;
  }

  /** Asks what no newer question supersedes; see `askLatest`. */
  async ask<Name extends CallName<C>>(
    call: Name,
    ...[question]: Parameters<C[Name]>
  ): Promise<Answer<C, Name>> {
    return unlessSuperseded(call, await this.askLatest(call, question as Question<C, Name>));
  }

  /**
   * Asks the worker once it is ready. A question that was under way when the worker died is asked
   * again on the next one: it is a read, or sets what `boot` restores anyway.
   */
  async askLatest<Name extends CallName<C>>(
    call: Name,
    question: Question<C, Name>,
    onFirst?: (answer: Answer<C, Name>) => void,
  ): Promise<Answer<C, Name> | typeof SUPERSEDED> {
    for (let left = RETRIES; ; left--) {
      // At once where the worker is up: what waits for a turn waits for the page's drawing too.
      const link = this.status === 'ready' && this.link ? this.link : await this.start();
      try {
        return await link.askLatest(call, question, onFirst);
      } catch (failure) {
        if (!isDeath(failure) || left <= 0) throw failure;
      }
    }
  }

  /** Puts a worker that is already up in place of the present one (a backend switch). */
  adopt(link: Link<C>): void {
    this.link?.close('worker-died', 'replaced');
    link.handlers = { onNotice: this.options.onNotice, onDeath: this.handleDeath };
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
  resetDeaths(): void {
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

  private async raise(status: 'starting' | 'restarting'): Promise<Link<C>> {
    this.become(status);
    const { spawn, boot, onNotice, patience } = this.options;
    try {
      const link = new Link<C>(spawn(), { onNotice, onDeath: this.handleDeath }, patience);
      this.link = link;
      await boot(link);
      this.become('ready');
      return link;
    } catch (failure) {
      // A death during boot was answered by `handleDeath`: `ready` is already the next worker's.
      if (isDeath(failure) && this.status === 'restarting') return this.start();
      if (!this.closed) this.giveUp();
      throw failure;
    }
  }

  private readonly handleDeath = (code: FailureCode, detail: string): void => {
    const now = performance.now();
    const recent = this.deaths.filter(({ at }) => now - at < DEATHS_WINDOW_MS);
    this.deaths = [...recent, { at: now, detail }];
    this.options.onDeath(code, detail);
    if (this.deaths.length > MAX_DEATHS) {
      this.giveUp();
      this.ready = Promise.reject(
        new WorkerFailure('worker-failed', allDeaths(this.deaths.map((death) => death.detail))),
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

/** The first death is the cause more often than the last. */
function allDeaths(details: string[]): string {
  const [first, last] = [details[0], details.at(-1)!];
  const which =
    first === last ? `the first and the last: ${last}` : `the first: ${first}; the last: ${last}`;
  return `${details.length} deaths; ${which}`;
}
