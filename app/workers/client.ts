/**
 * The page's side of the workers: one promise API over adapter and trainer.
 *
 * The client holds what must survive a worker (variant, seed, last parameters, checkpoints, mode) and
 * brings every fresh worker to that state. It runs on the main thread and knows no tensor.
 */
import type {
  Adaptation,
  BackendReport,
  ContextMap,
  Hyperparameters,
  Interventions,
  ModelReport,
  Notice,
  OptimiserState,
  Pictures,
  PicturesQuestion,
  Replies,
  Request,
  Role,
  SupportItem,
  TrainingMode,
  TrainingState,
  Variant,
} from './protocol';
import { Backends } from './client/backends';
import { parametersOf, type Checkpoint, type CheckpointMark } from './client/checkpoints';
import { Emitter } from './client/emitter';
import { WorkerFailure, type FailureCode } from './failure';
import { SUPERSEDED, type Link } from './client/link';
import { spawnWorker } from './client/spawn';
import { handOver, mayHaveGpu, scoutGpu, stepMs, type Ask } from './client/scout';
import { Supervisor } from './client/supervisor';
import { installTestHook } from './client/test-hook';
import { Timeline } from './client/timeline';
import { VisibilityPause } from './client/visibility';
import type { AdaptOptions, ClientEvents, ClientOptions, Parameters } from './client/types';
import { sameVariant } from './variant';

export type { CheckpointMark } from './client/checkpoints';
export type { Status } from './client/supervisor';
export type { AdaptOptions, ClientEvents, ClientOptions, Parameters } from './client/types';
export { WorkerFailure, type FailureCode } from './failure';

/** Training rests so long after an edit: on two cores it would slow the answer and the movement. */
const GIVE_WAY_MS = 150;
/** Silence after which a worker counts as hung. GPU drivers compile shaders for many seconds. */
const PATIENCE_MS: Record<Role, number> = { adapter: 15_000, trainer: 30_000 };

export const createClient = (options: ClientOptions): Client => new Client(options);

export class Client extends Emitter<ClientEvents> {
  private readonly adapter: Supervisor;
  private readonly trainer: Supervisor;
  private readonly history = new Timeline({
    send: (checkpoint) => this.askAdapter(parametersOf(this.variant!, checkpoint)),
    onSent: ({ step }) => this.emit('parameters', { steps: step }),
    onMarks: (marks) => this.emit('checkpoints', marks),
  });
  private readonly backends = new Backends((role, report) =>
    this.emit('backend', { role, report }),
  );
  private variant: Variant | null = null;
  private seed = 0;
  private mode: TrainingMode = 'pause';
  private hyperparameters: Hyperparameters | null = null;
  private scouting = false;
  /** Requests that changed the run, so far. */
  private changes = 0;
  private readonly visibility = new VisibilityPause(
    () => this.mode,
    (mode) => this.train(mode),
  );
  private adapterModel: ModelReport | null = null;

  constructor(private readonly options: ClientOptions) {
    super();
    this.adapter = this.supervise('adapter', (link) => this.bootAdapter(link));
    this.trainer = this.supervise('trainer', (link) => this.bootTrainer(link));
    const { adapter, trainer } = this;
    if (options.test) installTestHook({ adapter, trainer }, () => this.stateOf(this.variant!));
  }

  /**
   * Starts the adapter with a model.
   * @throws WorkerFailure `data-missing`, `data-broken`, `no-backend`, `worker-failed`
   */
  async start(
    variant: Variant,
    seed: number,
  ): Promise<{ backend: BackendReport; model: ModelReport }> {
    this.variant = variant;
    this.seed = seed;
    this.adapter.forgive();
    await this.adapter.start();
    return { backend: this.backends.of('adapter'), model: this.adapterModel! };
  }

  /** Changes the model. Training pauses; checkpoints of the former model are forgotten. */
  async load(variant: Variant, seed: number): Promise<ModelReport> {
    this.variant = variant;
    this.seed = seed;
    this.forget();
    const request = { type: 'load', variant, seed } as const;
    const trainer = this.trainerIsUp() ? this.askTrainer(request) : null;
    const [report] = await Promise.all([this.askAdapter(request), trainer]);
    return report;
  }

  /** Ranks the catalogue for `support`; null when a newer call in the channel superseded this one. */
  async adapt(support: SupportItem[], options: AdaptOptions = {}): Promise<Adaptation | null> {
    const { select = null, interventions, channel, onFirst, urgent } = options;
    const first = onFirst !== undefined;
    const request = { type: 'adapt', support, select, interventions, channel, first } as const;
    const answer = this.adapter.ask(request, true, onFirst);
    if (urgent && this.mode === 'play' && this.trainer.status === 'ready') {
      this.askTrainer({ type: 'giveWay', ms: GIVE_WAY_MS }).catch(() => undefined);
    }
    const reply = await answer;
    return reply === SUPERSEDED ? null : reply;
  }

  /** The modulation of a pair, its average over some, or both: for what is drawn of an answer. */
  pictures(question: PicturesQuestion): Promise<Pictures> {
    return this.askAdapter({ type: 'pictures', ...question });
  }

  /** Every stage between the support pairs and the score of `item`. */
  explain(support: SupportItem[], item: number, interventions?: Interventions) {
    return this.askAdapter({ type: 'explain', support, item, interventions });
  }

  /** Context and ranks of `items` without each of the support movies, in one batch. */
  leaveOneOut(support: SupportItem[], items: number[], interventions?: Interventions) {
    return this.askAdapter({ type: 'leaveOneOut', support, items, interventions });
  }

  /**
   * All that training goes on from, at one step: the trainer's own where there is one. null while
   * nothing was trained, or while an older checkpoint is shown.
   */
  async trainingState(): Promise<TrainingState | null> {
    const { variant, history } = this;
    if (!variant || !history.last || history.shown) return null;
    const kept = this.stateOf(variant, 0);
    if (!this.trainerIsUp()) return kept;
    const state = await this.askTrainer({ type: 'state' }).catch(() => kept);
    return sameVariant(state.variant, this.variant) && history.last ? state : null;
  }

  /** The present model, or `training`, as a safetensors file; `note` travels along in it. */
  async exportWeights(
    note: string,
    date: string,
    training: TrainingState | null = null,
  ): Promise<Uint8Array> {
    const { seed, options } = this;
    const { data = '' } = options;
    const request = { type: 'exportWeights', note, seed, date, data, training } as const;
    return (await this.askAdapter(request)).file;
  }

  /** What is in a safetensors file of this page. @throws WorkerFailure `bad-request` */
  importWeights(file: Uint8Array): Promise<Replies['importWeights']> {
    return this.askAdapter({ type: 'importWeights', file });
  }

  /** The context map; with `keepBasis` the axes stay as they are and only points move. */
  map(
    projection: ContextMap['projection'],
    { keepBasis }: { keepBasis: boolean },
  ): Promise<ContextMap> {
    return this.askAdapter({ type: 'map', projection, keepBasis });
  }

  /** A support set of a scenario (index into the data set's scenarios), the same for the same seed. */
  async sample(scenario: number, size: number, seed: number): Promise<SupportItem[]> {
    return (await this.askAdapter({ type: 'sample', scenario, size, seed })).support;
  }

  /** Changes the training mode; the first call starts the trainer. */
  async train(mode: TrainingMode): Promise<void> {
    if (mode !== 'pause') this.history.show(null);
    this.visibility.forget();
    this.become(mode);
    if (mode === 'pause' && !this.trainerIsUp()) return;
    await this.askTrainer({ type: 'train', mode });
    // A failure here is the trainer's, and told by its supervisor.
    this.lookForGpu().catch(() => undefined);
  }

  async setHyperparameters(values: Hyperparameters): Promise<void> {
    this.hyperparameters = values;
    if (this.trainerIsUp()) await this.askTrainer({ type: 'hyperparameters', values });
  }

  /** Fresh parameters from `seed`, step 0. The same seed gives the same curve on one backend. */
  async reset(seed: number): Promise<ModelReport> {
    this.seed = seed;
    this.forget();
    return this.askTrainer({ type: 'reset', seed });
  }

  /** What the time scrubber offers, oldest first. */
  checkpoints(): CheckpointMark[] {
    return this.history.marks();
  }

  /** Shows the checkpoint of `step` everywhere (training pauses); null shows the newest again. */
  async rewind(step: number | null): Promise<void> {
    const checkpoint = step === null ? null : this.history.at(step);
    if (checkpoint === undefined) throw new WorkerFailure('bad-request', `no checkpoint ${step}`);
    if (checkpoint && this.mode !== 'pause') await this.train('pause');
    this.history.show(checkpoint);
  }

  /** Makes the checkpoint of `step` the newest: training goes on from there. */
  async trainFrom(step: number): Promise<ModelReport> {
    const checkpoint = this.history.at(step);
    if (!checkpoint) throw new WorkerFailure('bad-request', `no checkpoint ${step}`);
    await this.train('pause');
    return this.put(checkpoint);
  }

  /** The newest parameters, or those shown (a rewound checkpoint); null: still what `load` gave. */
  parameters(which: 'newest' | 'shown' = 'newest'): Parameters | null {
    const found = which === 'shown' ? this.history.present() : this.history.last;
    if (!found || !this.variant) return null;
    return { variant: this.variant, steps: found.step, flat: found.flat };
  }

  /** Puts saved parameters back: the adapter shows them and training goes on from them. */
  async restore(
    { variant, steps, flat }: Parameters,
    optimiser: OptimiserState | null = null,
  ): Promise<ModelReport> {
    const report = await this.load(variant, this.seed);
    if (optimiser) this.history.keepMoments(steps, optimiser);
    const tasksSeen = optimiser?.tasksSeen ?? 0;
    return this.put({ step: steps, tasksSeen, loss: NaN, flat }, { ...report, steps });
  }

  /** Hidden tabs pause training unless told otherwise. */
  trainWhenHidden(allowed: boolean): void {
    this.visibility.allowed = allowed;
  }

  dispose(): void {
    this.visibility.dispose();
    this.adapter.close();
    this.trainer.close();
  }

  private supervise(role: Role, boot: (link: Link) => Promise<void>): Supervisor {
    const spawn = this.options.spawn ?? spawnWorker;
    return new Supervisor({
      spawn: () => spawn(role),
      boot,
      onNotice: (notice) => this.hear(role, notice),
      onStatus: (status) => this.emit('status', { role, status }),
      onDeath: (code, detail) => this.mourn(role, code, detail),
      patience: PATIENCE_MS[role],
    });
  }

  private async bootAdapter(link: Link): Promise<void> {
    const { variant, seed } = this;
    if (!variant) throw new WorkerFailure('bad-request', 'start() comes first');
    await this.boot('adapter', link);
    this.adapterModel = (await link.ask({ type: 'load', variant, seed })) as ModelReport;
    const present = this.history.present();
    if (present) await link.ask(parametersOf(variant, present));
  }

  private async bootTrainer(link: Link): Promise<void> {
    const { variant, seed, history, mode } = this;
    if (!variant) throw new WorkerFailure('bad-request', 'start() comes first');
    await this.boot('trainer', link);
    await link.ask({ type: 'load', variant, seed });
    const values = this.hyperparameters;
    if (values) await link.ask({ type: 'hyperparameters', values });
    if (history.last) await link.ask({ type: 'resume', state: this.stateOf(variant) });
    // A single step or phase that was under way is not repeated; a run goes on.
    if (mode === 'play' || mode === 'slow') await link.ask({ type: 'train', mode });
    else this.become('pause');
  }

  private async boot(role: Role, link: Link): Promise<void> {
    const { base, data, backend, test } = this.options;
    const avoid = this.backends.avoided(role);
    const only = backend === 'auto' ? 'cpu' : undefined;
    const report = await link.ask({ type: 'start', role, base, data, backend, only, avoid, test });
    this.backends.set(role, report as BackendReport);
  }

  private hear(role: Role, notice: Notice): void {
    switch (notice.type) {
      case 'progress':
        return this.emit('progress', notice.progress);
      case 'evaluation':
        return this.emit('evaluation', notice.point);
      case 'mode':
        return this.become(notice.mode);
      case 'snapshot':
        // One of before the last `load` is of another model.
        if (sameVariant(notice.variant, this.variant)) this.history.keep(notice);
        return;
      case 'line':
        return this.hearLine(role, notice);
    }
  }

  private hearLine(role: Role, line: Extract<Notice, { type: 'line' }>): void {
    const { code, detail } = line;
    if (code !== 'out-of-memory') this.emit('line', line);
    if (code === 'device-lost' || code === 'out-of-memory') this[role].kill(code, detail);
    // The trainer still holds what is no number: it goes on from what the page has.
    if (code === 'not-a-number') this.goBack().catch(() => undefined);
  }

  private mourn(role: Role, code: FailureCode, detail: string): void {
    if (code === 'device-lost') this.backends.lose(role);
    const said = code === 'out-of-memory' ? code : 'worker-respawned';
    this.emit('line', { level: 'warning', code: said, detail });
  }

  /** Brings the trainer to the last good parameters: those of the run, or those it began with. */
  private async goBack(): Promise<void> {
    const { variant, seed } = this;
    if (!variant) return;
    if (this.history.last) await this.askTrainer({ type: 'resume', state: this.stateOf(variant) });
    else await this.askTrainer({ type: 'load', variant, seed });
  }

  /** @param idle the report for a trainer that is not there yet; it resumes once it starts */
  private async put(checkpoint: Checkpoint, idle?: ModelReport): Promise<ModelReport> {
    this.history.put(checkpoint);
    if (idle && !this.trainerIsUp()) return idle;
    return this.askTrainer({ type: 'resume', state: this.stateOf(this.variant!) });
  }

  /** @param age of Adam's moments that still fits, in steps; the history's own unless told */
  private stateOf(variant: Variant, age?: number): TrainingState {
    const { seed, hyperparameters } = this;
    return { variant, seed, ...this.history.state(age), values: hyperparameters };
  }

  private forget(): void {
    this.become('pause');
    this.visibility.forget();
    this.history.forget();
  }

  private become(mode: TrainingMode): void {
    if (mode === this.mode) return;
    this.mode = mode;
    this.emit('mode', { mode });
  }

  /** Once a page: tries the GPUs aside and moves the run over if one is faster. */
  private async lookForGpu(): Promise<void> {
    if (this.scouting || this.options.backend !== 'auto' || !mayHaveGpu()) return;
    this.scouting = true;
    const present = this.backends.of('trainer');
    const { base, data, spawn = spawnWorker } = this.options;
    const { link, report, tried } = await scoutGpu({
      ...{ base, data, avoid: this.backends.avoided('trainer') },
      spawn: () => spawn('trainer'),
      beat: stepMs(present),
      patience: PATIENCE_MS.trainer,
      state: () => this.askTrainer({ type: 'state' }),
    });
    const all = [...present.tried, ...tried];
    if (!link) return this.backends.set('trainer', { ...present, tried: all });
    const askPresent: Ask = (request) => this.trainer.askOnce(request);
    const moved = await handOver(askPresent, link, () => this.changes);
    if (moved) this.trainer.adopt(link);
    const { mode } = this;
    if (mode !== 'pause') await this.askTrainer({ type: 'train', mode });
    this.backends.set('trainer', { ...(moved ? report! : present), tried: all });
    if (!moved) return;
    const detail = `${stepMs(report!)} ms instead of ${stepMs(present)} ms`;
    this.emit('line', { level: 'info', code: 'backend-switched', detail });
  }

  private trainerIsUp(): boolean {
    return this.trainer.status !== 'absent' && this.trainer.status !== 'failed';
  }

  private askAdapter<R extends Request>(request: R): Promise<Replies[R['type']]> {
    return this.adapter.askOnce(request);
  }

  private askTrainer<R extends Request>(request: R): Promise<Replies[R['type']]> {
    this.trainer.forgive();
    if (request.type !== 'state' && request.type !== 'giveWay') this.changes += 1;
    return this.trainer.askOnce(request);
  }
}
