/**
 * The adapter and the trainer: kept alive, each on the best backend that works. The client says what they are
 * brought to when they start, and asks them.
 */
import type { Ask, Calls, StartCalls } from '../protocol/calls';
import type { FailureCode } from '../protocol/failure';
import type { TrainerCalls } from '../protocol/trainer';
import type { Role } from '../protocol/vocabulary';
import type { Notice } from '../protocol/wire';
import { Backends } from './backends';
import type { Link } from './link';
import type { AdapterLink, AdapterRole, TrainerLink, TrainerRole } from './roles';
import { moveToGpu } from './scout';
import { spawnWorker } from './spawn';
import { Supervisor } from './supervisor';
import type { ClientEvents, ClientOptions } from './types';

/** Silence after which a worker counts as hung. GPU drivers compile shaders for many seconds. */
const PATIENCE_MS: Record<Role, number> = { adapter: 15_000, trainer: 30_000 };

export interface WorkersHooks {
  /** Bring a worker that has started to the present state. */
  bootAdapter: (link: AdapterLink) => Promise<void>;
  bootTrainer: (link: TrainerLink) => Promise<void>;
  onNotice: (notice: Notice) => void;
  emit: <Name extends 'backend' | 'status' | 'line'>(name: Name, value: ClientEvents[Name]) => void;
  /** The run that was paused to be moved goes on, if it was to run. */
  goOn: () => Promise<void>;
}

export class Workers {
  readonly adapter: Supervisor<AdapterRole>;
  readonly trainer: Supervisor<TrainerRole>;
  readonly backends = new Backends((role, report) => this.hooks.emit('backend', { role, report }));
  /** Workers that share a training step, the trainer among them. */
  sharing = 1;
  private scouting = false;
  /** Questions that changed the run, so far. */
  private changes = 0;

  constructor(
    private readonly options: ClientOptions,
    private readonly hooks: WorkersHooks,
  ) {
    this.adapter = this.supervise<AdapterRole>('adapter', hooks.bootAdapter);
    this.trainer = this.supervise<TrainerRole>('trainer', hooks.bootTrainer);
  }

  /** Asks the trainer; the first question starts it. */
  readonly askTrainer: Ask<TrainerCalls> = (call, ...question) => {
    this.trainer.resetDeaths();
    if (call !== 'state' && call !== 'giveWay') this.changes += 1;
    return this.trainer.ask(call, ...question);
  };

  trainerIsUp(): boolean {
    return this.trainer.status !== 'absent' && this.trainer.status !== 'failed';
  }

  /** Once a page: tries the GPUs aside and moves the run over if one is faster. */
  async lookForGpu(): Promise<void> {
    if (this.scouting || this.options.backend !== 'auto') return;
    this.scouting = true;
    const { base, data, spawn = spawnWorker } = this.options;
    const { report, line } = await moveToGpu({
      ...{ base, data, avoid: this.backends.avoided('trainer') },
      spawn: () => spawn('trainer'),
      current: this.backends.of('trainer'),
      patience: PATIENCE_MS.trainer,
      state: () => this.askTrainer('state'),
      // As the move pauses the run itself, this does not count as a change of it.
      ask: (call, ...question) => this.trainer.ask(call, ...question),
      changes: () => this.changes,
      adopt: (link) => this.trainer.adopt(link),
      goOn: this.hooks.goOn,
    });
    this.backends.set('trainer', report);
    if (line) this.hooks.emit('line', line);
  }

  close(): void {
    this.adapter.close();
    this.trainer.close();
  }

  private supervise<C extends Calls<C> & StartCalls>(
    role: Role,
    boot: (link: Link<C>) => Promise<void>,
  ): Supervisor<C> {
    const { spawn = spawnWorker } = this.options;
    const { emit } = this.hooks;
    return new Supervisor<C>({
      spawn: () => spawn(role),
      boot: async (link) => {
        await this.startOn(role, link);
        await boot(link);
      },
      onNotice: (notice) => this.hear(role, notice),
      onStatus: (status) => emit('status', { role, status }),
      onDeath: (code, detail) => this.hearDeath(role, code, detail),
      patience: PATIENCE_MS[role],
    });
  }

  /** The first question to a fresh worker: what it is, and what it may run on. */
  private async startOn<C extends Calls<C> & StartCalls>(role: Role, link: Link<C>): Promise<void> {
    const { base, data, backend, test } = this.options;
    const avoid = this.backends.avoided(role);
    const only = backend === 'auto' ? 'cpu' : undefined;
    const starting = link as unknown as Link<StartCalls>;
    const report = await starting.ask('start', { role, base, data, backend, only, avoid, test });
    this.backends.set(role, report);
  }

  private hear(role: Role, notice: Notice): void {
    if (notice.type === 'line') this.hearLine(role, notice);
    this.hooks.onNotice(notice);
  }

  private hearLine(role: Role, line: ClientEvents['line']): void {
    const { code, detail } = line;
    if (code !== 'out-of-memory') this.hooks.emit('line', line);
    if (code === 'device-lost' || code === 'out-of-memory') this[role].kill(code, detail);
  }

  private hearDeath(role: Role, code: FailureCode, detail: string): void {
    if (code === 'device-lost') this.backends.lose(role);
    const said = code === 'out-of-memory' ? code : 'worker-respawned';
    this.hooks.emit('line', { level: 'warning', code: said, detail });
  }
}
