/**
 * The helpers of a trainer: workers of the trainer's own, which end with it, and the messages to them. Parameters
 * go out and gradients come back in shared memory where the page is cross-origin isolated, else in buffers that
 * are transferred and handed back.
 *
 * A helper that fails, or does not answer in time, ends them all: the trainer goes on alone, on the same curve.
 */
import {
  DataParallel,
  type Helper,
  type ShardQuestion,
} from '../../../src/model/training/data-parallel';
import type { ShardResult } from '../../../src/model/training/shards';
import type { Trainer } from '../../../src/model/training/trainer';
import type { Answer, CallName, Question, StartCalls, StartQuestion } from '../../protocol/calls';
import type { HelperCalls } from '../../protocol/helper';
import type { Variant } from '../../protocol/vocabulary';
import type { FromWorker, ToWorker } from '../../protocol/wire';

/** The part of `Worker` that is used, so that tests can bring their own. */
export interface HelperWorker {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: { data: FromWorker<unknown> }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

export interface HelpersOptions {
  /** The trainer is one of them. */
  workers: number;
  /** What they are started with: the trainer's own question. */
  start: StartQuestion;
  onLost: (detail: string) => void;
  spawn?: () => HelperWorker;
  /** Whether threads may share memory. */
  isolated?: boolean;
  /** Milliseconds after which a shard is given up. */
  patience?: number;
}

/** A shard takes milliseconds. A tab in the background, or one that was asleep, may take seconds. */
const PATIENCE_MS = 5000;
/** Script, backend and data set have to be fetched. */
const START_MS = 60_000;

type Calls = HelperCalls & StartCalls;

/** The script of this very worker: a helper is another role of it. */
const spawnHelper = (): HelperWorker =>
  new Worker(self.location.href, { type: 'module', name: 'helper' }) as HelperWorker;

const floats = (size: number, isolated: boolean): Float32Array =>
  new Float32Array(isolated ? new SharedArrayBuffer(4 * size) : new ArrayBuffer(4 * size));

export class Helpers {
  readonly workers: number;
  private links: HelperLink[] = [];
  private isOver = false;
  private run: { variant: Variant; seed: number; size: number } | null = null;
  private readonly isolated: boolean;

  constructor(private readonly options: HelpersOptions) {
    this.workers = options.workers;
    this.isolated = options.isolated ?? globalThis.crossOriginIsolated ?? false;
  }

  /** Takes up another run; helpers that are there load its model meanwhile. */
  share(trainer: Trainer, variant: Variant, seed: number): DataParallel {
    const { size } = trainer.parameters;
    this.run = { variant, seed, size };
    for (const link of this.links) this.bring(link);
    // One that asks the helpers of the moment: they are started, and lost, while the run goes on.
    const helper = (k: number): Helper => ({
      ask: (question) => this.links[k]?.ask(question) ?? null,
    });
    const helpers = Array.from({ length: this.workers - 1 }, (_, k) => helper(k));
    return new DataParallel(trainer, this.workers, helpers, floats(size, this.isolated));
  }

  /** Starts the helpers at the first call; nobody waits for them. */
  wake(): void {
    if (this.isOver || this.links.length > 0) return;
    const { spawn = spawnHelper, patience = PATIENCE_MS } = this.options;
    try {
      for (let k = 1; k < this.workers; k++) {
        const link = new HelperLink(spawn(), this.isolated, patience, (detail) =>
          this.lose(detail),
        );
        this.links.push(link);
        awake.add(link);
        this.bring(link);
      }
    } catch (error) {
      this.lose(error instanceof Error ? error.message : String(error));
    }
  }

  close(): void {
    this.isOver = true;
    for (const link of this.links) {
      awake.delete(link);
      link.close();
    }
    this.links = [];
  }

  private bring(link: HelperLink): void {
    const { run, options: { start } } = this; // prettier-ignore
    if (run) void link.bring({ ...start, role: 'helper', backend: 'wasm', only: 'cpu' }, run);
  }

  private lose(detail: string): void {
    if (this.isOver) return;
    this.close();
    this.options.onLost(detail);
  }
}

interface Rooms {
  parameters: Float32Array;
  gradient: Float32Array;
}

/** One helper, and the rooms that travel to it and back. */
class HelperLink implements Helper {
  private readonly pending = new Map<number, (message: FromWorker<unknown> | null) => void>();
  private nextId = 1;
  private started: Promise<unknown> | null = null;
  /** The run that it is ready for. */
  private run: object | null = null;
  private rooms: Rooms = { parameters: new Float32Array(), gradient: new Float32Array() };

  constructor(
    private readonly worker: HelperWorker,
    private readonly isolated: boolean,
    private readonly patience: number,
    private readonly onLost: (detail: string) => void,
  ) {
    worker.onmessage = ({ data }) => 'id' in data && this.pending.get(data.id)?.(data);
    worker.onerror = ({ message }) => onLost(message ?? 'its script could not be loaded');
  }

  /** Starts it, if it was not, and has it load a run's model. */
  async bring(
    start: StartQuestion,
    run: { variant: Variant; seed: number; size: number },
  ): Promise<void> {
    this.run = null;
    this.rooms = { parameters: new Float32Array(), gradient: floats(run.size, this.isolated) };
    if (!this.isolated) this.rooms.parameters = floats(run.size, false);
    const { rooms } = this;
    try {
      await (this.started ??= this.start(start));
      await this.call('load', { variant: run.variant, seed: run.seed }, START_MS);
      if (rooms === this.rooms) this.run = run;
    } catch (error) {
      this.onLost((error as Error).message);
    }
  }

  /** The trainer's parameters are copied unless they are in shared memory. */
  async ask({ parameters, ...question }: ShardQuestion): Promise<ShardResult | null> {
    if (!this.run) return null;
    try {
      if (!this.isolated) this.rooms.parameters.set(parameters);
      const rooms = this.isolated ? { ...this.rooms, parameters } : this.rooms;
      const transfer = this.isolated ? [] : [rooms.parameters.buffer, rooms.gradient.buffer];
      const reply = await this.call('shard', { ...question, ...rooms }, this.patience, transfer);
      if (reply.rooms) this.rooms = reply.rooms;
      return { loss: reply.loss, gradient: this.rooms.gradient };
    } catch (error) {
      this.onLost((error as Error).message);
      return null;
    }
  }

  /** Ends the worker without a word (fault tests). */
  hang(): void {
    this.worker.terminate();
  }

  close(): void {
    this.worker.terminate();
    this.worker.onmessage = this.worker.onerror = null;
    this.run = null;
    for (const settle of this.pending.values()) settle(null);
  }

  private async start(question: StartQuestion): Promise<void> {
    const { chosen } = await this.call('start', question, START_MS);
    if (chosen !== 'wasm') throw new Error(`it runs on ${chosen}`);
  }

  /** @throws where it fails, does not answer in `patience` ms, or is closed meanwhile */
  private async call<Name extends CallName<Calls>>(
    call: Name,
    question: Question<Calls, Name>,
    patience: number,
    transfer: ArrayBufferLike[] = [],
  ): Promise<Answer<Calls, Name>> {
    const id = this.nextId++;
    let timer: ReturnType<typeof setTimeout>;
    const message = await new Promise<FromWorker<unknown> | null | 'late'>((resolve) => {
      this.pending.set(id, resolve);
      timer = setTimeout(() => resolve('late'), patience);
      this.worker.postMessage({ id, call, question }, transfer as ArrayBuffer[]);
    }).finally(() => {
      clearTimeout(timer);
      this.pending.delete(id);
    });
    if (message === 'late') throw new Error(`${call}: no answer in ${patience} ms`);
    if (message === null) throw new Error('closed');
    if (message.kind === 'reply') return message.answer as Answer<Calls, Name>;
    throw new Error(message.kind === 'failure' ? message.message : message.kind);
  }
}

/** Those that are up, for fault tests. */
const awake = new Set<HelperLink>();

export function hangHelpers(): void {
  for (const link of awake) link.hang();
}
