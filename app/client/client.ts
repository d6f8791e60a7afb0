/**
 * The page's side of the workers: one promise API over adapter and trainer.
 *
 * The client holds what must survive a worker (variant, seed, last parameters, checkpoints, mode) and
 * brings every fresh worker to that state. It runs on the main thread and knows no tensor.
 */
import type { OptimiserState } from '../../src/model/safetensors';
import type { Adaptation, AdapterQuestions } from '../protocol/adapter';
import type { Ask } from '../protocol/calls';
import type {
  Hyperparameters,
  TrainerCalls,
  TrainingMode,
  TrainingState,
} from '../protocol/trainer';
import type { BackendReport, ModelReport, SupportItem, Variant } from '../protocol/vocabulary';
import type { Notice } from '../protocol/wire';
import { parametersOf, type Checkpoint, type CheckpointMark } from './timeline/checkpoints';
import { trainersHere } from './cores';
import { Emitter } from './emitter';
import { WorkerFailure } from '../protocol/failure';
import { latestAnswer } from './latest-answer';
import type { AdapterLink, TrainerLink } from './roles';
import { installTestHook } from './test-hook';
import { Timeline } from './timeline/timeline';
import { VisibilityPause } from './visibility';
import { Workers } from './workers';
import type { AdaptOptions, ClientEvents, ClientOptions, Parameters } from './types';
import { sameVariant } from '../protocol/variant';

export const createClient = (options: ClientOptions): Client => new Client(options);

export class Client extends Emitter<ClientEvents> {
  private readonly history = new Timeline({
    send: (checkpoint) =>
      this.workers.adapter.ask('parameters', parametersOf(this.variant!, checkpoint)),
    onSent: ({ step }) => this.emit('parameters', { steps: step }),
    onMarks: (marks) => this.emit('checkpoints', marks),
  });
  private variant: Variant | null = null;
  private seed = 0;
  private mode: TrainingMode = 'pause';
  private hyperparameters: Hyperparameters | null = null;
  /** Questions under way that put another run in the place of the present one. */
  private replacements = 0;
  private readonly visibility = new VisibilityPause(
    () => this.mode,
    (mode) => this.train(mode),
  );
  private adapterModel: ModelReport | null = null;
  private readonly workers: Workers;
  private readonly askTrainer: Ask<TrainerCalls>;

  constructor(private readonly options: ClientOptions) {
    super();
    this.workers = new Workers(options, {
      bootAdapter: (link) => this.bootAdapter(link),
      bootTrainer: (link) => this.bootTrainer(link),
      onNotice: (notice) => this.hear(notice),
      emit: (name, value) => this.emit(name, value),
      goOn: () => this.goOn(),
    });
    this.askTrainer = this.workers.askTrainer;
    if (options.test) installTestHook(this.workers, () => this.stateOf(this.variant!));
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
    this.workers.adapter.resetDeaths();
    await this.workers.adapter.start();
    return { backend: this.workers.backends.of('adapter'), model: this.adapterModel! };
  }

  /** Changes the model. Training pauses; checkpoints of the former model are forgotten. */
  async load(variant: Variant, seed: number): Promise<ModelReport> {
    this.variant = variant;
    this.seed = seed;
    this.forget();
    const model = { variant, seed };
    const trainer = this.workers.trainerIsUp() && this.replacing(this.askTrainer('load', model));
    const [report] = await Promise.all([this.workers.adapter.ask('load', model), trainer]);
    return report;
  }

  /** Ranks the catalogue for `support`; null when a newer call in the channel superseded this one. */
  adapt(support: SupportItem[], options: AdaptOptions = {}): Promise<Adaptation | null> {
    return latestAnswer(this.workers, this.mode, support, options);
  }

  /** Asks the adapter what changes nothing. */
  readonly ask: Ask<AdapterQuestions> = (call, ...question) =>
    this.workers.adapter.ask(call, ...question);

  /**
   * All that training goes on from, at one step: the trainer's own where there is one. null while
   * nothing was trained, or while an older checkpoint is shown.
   */
  async trainingState(): Promise<TrainingState | null> {
    const { variant, history } = this;
    if (!variant || !history.last || history.shown) return null;
    const kept = this.stateOf(variant, 0);
    if (!this.workers.trainerIsUp()) return kept;
    const state = await this.askTrainer('state').catch(() => kept);
    return sameVariant(state.variant, this.variant) && history.last ? state : null;
  }

  /** The present model, or `training`, as a safetensors file; `note` travels along in it. */
  async exportWeights(
    note: string,
    date: string,
    training: TrainingState | null = null,
  ): Promise<Uint8Array> {
    const { seed, options: { data = '' } } = this; // prettier-ignore
    const arithmetic = this.workers.backends.trainedBy;
    const asLoaded = training === null && this.history.current() === null;
    const question = { note, seed, date, data, training, asLoaded, arithmetic };
    return (await this.workers.adapter.ask('exportWeights', question)).file;
  }

  /** Changes the training mode; the first call starts the trainer. */
  async train(mode: TrainingMode): Promise<void> {
    if (mode !== 'pause') this.history.show(null);
    this.visibility.forget();
    this.become(mode);
    if (mode === 'pause' && !this.workers.trainerIsUp()) return;
    await this.askTrainer('train', { mode, workers: this.workers.sharing });
    // A failure here is the trainer's, and told by its supervisor.
    this.workers.lookForGpu().catch(() => undefined);
  }

  /** Whether several workers share a training step: from now on, or once it trains. */
  async shareSteps(several: boolean): Promise<void> {
    this.workers.sharing = several ? trainersHere() : 1;
    if (this.mode === 'play') await this.goOn();
  }

  async setHyperparameters(values: Hyperparameters): Promise<void> {
    this.hyperparameters = values;
    if (this.workers.trainerIsUp()) await this.askTrainer('hyperparameters', { values });
  }

  /** Fresh parameters from `seed`, step 0. The same seed gives the same curve on one backend. */
  async reset(seed: number): Promise<ModelReport> {
    this.seed = seed;
    this.forget();
    return this.replacing(this.askTrainer('reset', { seed }));
  }

  /** What the time scrubber offers, oldest first. */
  readonly checkpoints = (): CheckpointMark[] => this.history.marks();

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
    const found = which === 'shown' ? this.history.current() : this.history.last;
    if (!found || !this.variant) return null;
    return { variant: this.variant, steps: found.step, flat: found.flat };
  }

  /**
   * Puts saved parameters back: the adapter shows them and training goes on from them.
   * @param trainedBy the arithmetic of the run so far, where it is known
   */
  async restore(
    { variant, steps, flat }: Parameters,
    optimiser: OptimiserState | null = null,
    trainedBy: string | null = null,
  ): Promise<ModelReport> {
    const report = await this.load(variant, this.seed);
    this.workers.backends.trainedBy = trainedBy;
    if (optimiser) this.history.keepMoments(steps, optimiser);
    const tasksSeen = optimiser?.tasksSeen ?? 0;
    return this.put({ step: steps, tasksSeen, loss: NaN, flat }, { ...report, steps });
  }

  /** What training here goes on by; null before anything started. */
  readonly arithmetic = (): string | null => this.workers.backends.arithmetic();

  /** Hidden tabs pause training unless told otherwise. */
  readonly trainWhenHidden = (allowed: boolean): void => void (this.visibility.allowed = allowed);

  dispose(): void {
    this.visibility.dispose();
    this.workers.close();
  }

  private async bootAdapter(link: AdapterLink): Promise<void> {
    const { variant, seed } = this;
    if (!variant) throw new WorkerFailure('bad-request', 'start() comes first');
    this.adapterModel = await link.ask('load', { variant, seed });
    const current = this.history.current();
    if (current) await link.ask('parameters', parametersOf(variant, current));
  }

  private async bootTrainer(link: TrainerLink): Promise<void> {
    const { variant, seed, history, mode } = this;
    if (!variant) throw new WorkerFailure('bad-request', 'start() comes first');
    await link.ask('load', { variant, seed });
    const values = this.hyperparameters;
    if (values) await link.ask('hyperparameters', { values });
    if (history.last) await link.ask('resume', { state: this.stateOf(variant) });
    // A single step or phase that was under way is not repeated; a run goes on.
    const { sharing: workers } = this.workers;
    if (mode === 'play' || mode === 'slow') await link.ask('train', { mode, workers });
    else this.become('pause');
  }

  private hear(notice: Notice): void {
    switch (notice.type) {
      // Until the trainer has taken the next run up it still tells of the last.
      case 'progress':
        return this.replacements > 0 ? undefined : this.emit('progress', notice.progress);
      case 'evaluation':
        return this.replacements > 0 ? undefined : this.emit('evaluation', notice.point);
      case 'mode':
        return this.become(notice.mode);
      case 'snapshot':
        // One of before the last `load` is of another model.
        if (!sameVariant(notice.variant, this.variant)) return;
        this.workers.backends.trainedBy = this.workers.backends.arithmetic();
        return this.history.keep(notice);
      case 'line':
        // The trainer still holds what is no number: it goes on from what the page has.
        if (notice.code === 'not-a-number') this.goBack().catch(() => undefined);
    }
  }

  /** Brings the trainer to the last good parameters: those of the run, or those it began with. */
  private async goBack(): Promise<void> {
    const { variant, seed } = this;
    if (!variant) return;
    if (this.history.last) await this.askTrainer('resume', { state: this.stateOf(variant) });
    else await this.askTrainer('load', { variant, seed });
  }

  /** @param idle the report for a trainer that is not there yet; it resumes once it starts */
  private async put(checkpoint: Checkpoint, idle?: ModelReport): Promise<ModelReport> {
    this.history.put(checkpoint);
    if (idle && !this.workers.trainerIsUp()) return idle;
    return this.askTrainer('resume', { state: this.stateOf(this.variant!) });
  }

  /** @param age of Adam's moments that still fits, in steps; the history's own unless told */
  private stateOf(variant: Variant, age?: number): TrainingState {
    const { seed, hyperparameters } = this;
    return { variant, seed, ...this.history.state(age), values: hyperparameters };
  }

  private async replacing<T>(work: Promise<T>): Promise<T> {
    this.replacements += 1;
    try {
      return await work;
    } finally {
      this.replacements -= 1;
    }
  }

  private forget(): void {
    this.become('pause');
    this.visibility.forget();
    this.history.forget();
    this.workers.backends.trainedBy = null;
  }

  private become(mode: TrainingMode): void {
    if (mode === this.mode) return;
    this.mode = mode;
    this.emit('mode', { mode });
  }

  /** Goes on with a run that was paused to be moved, or is to be shared by more or fewer workers. */
  private async goOn(): Promise<void> {
    const { mode } = this;
    if (mode !== 'pause') await this.askTrainer('train', { mode, workers: this.workers.sharing });
  }
}
