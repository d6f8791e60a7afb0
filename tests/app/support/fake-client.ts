/**
 * A stand-in for the workers' client in tests of the page's engine: no model, but answers that move
 * as a model's would. An item scores by how many genres it shares with what is liked.
 */
import type { Adaptation } from '../../../app/protocol/adapter';
import type { ModelReport, SupportItem, Variant } from '../../../app/protocol/vocabulary';
import type { AdaptOptions, ClientEvents } from '../../../app/client/types';
import type { AdapterQuestions } from '../../../app/protocol/adapter';
import type { Answer, Ask, Question } from '../../../app/protocol/calls';
import type { ModelClient } from '../../../app/engine/client';

const PLAIN = { kind: 'none' } as const;

type Listener = (value: never) => void;

export class FakeClient implements ModelClient {
  readonly calls: string[] = [];
  /** Set to make the next call of that name fail with this code. */
  readonly failing = new Map<string, string>();
  private readonly listeners = new Map<string, Listener[]>();
  /** Of the parameters that answer. */
  steps = 0;
  /** Sizes of the support sets for which a first answer, of some movies only, was wanted too. */
  readonly wantedFirst: number[] = [];

  constructor(private readonly genres: Uint32Array) {}

  on<Name extends keyof ClientEvents>(
    name: Name,
    listener: (value: ClientEvents[Name]) => void,
  ): () => void {
    const all = this.listeners.get(name) ?? [];
    this.listeners.set(name, [...all, listener as Listener]);
    return () => undefined;
  }

  emit<Name extends keyof ClientEvents>(name: Name, value: ClientEvents[Name]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(value as never);
  }

  private async called(name: string): Promise<void> {
    this.calls.push(name);
    const code = this.failing.get(name);
    if (!code) return;
    this.failing.delete(name);
    throw Object.assign(new Error(`${name} fails`), { code });
  }

  private report(variant: Variant): ModelReport {
    return { variant, parameters: 100, provenance: null, steps: this.steps };
  }

  async start(variant: Variant) {
    await this.called('start');
    const backend = { chosen: 'wasm' as const, reason: 'the only one', tried: [] };
    this.emit('backend', { role: 'adapter', report: backend });
    return { backend, model: this.report(variant) };
  }

  async load(variant: Variant): Promise<ModelReport> {
    await this.called('load');
    return this.report(variant);
  }

  async adapt(support: SupportItem[], { interventions, onFirst }: AdaptOptions = {}) {
    await this.called(`adapt ${support.length}`);
    if (onFirst) this.wantedFirst.push(support.length);
    const taste = new Float32Array(32);
    for (const { item, label } of support) {
      for (let bit = 0; bit < 32; bit++) {
        if (this.genres[item] & (1 << bit)) taste[bit] += label > 0 ? label : -1;
      }
    }
    const scores = Float32Array.from(this.genres, (mask, item) => {
      let score = -item / this.genres.length;
      for (let bit = 0; bit < 32; bit++) if (mask & (1 << bit)) score += taste[bit];
      return score;
    });
    const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a]);
    const answer: Adaptation = {
      context: taste,
      point: [taste[10], taste[4]],
      scores,
      order,
      complete: true,
      intervened: interventions !== undefined,
      cost: { forwardPasses: 1, gradientSteps: 0, ms: 2.5, backend: 'wasm' },
      steps: this.steps,
    };
    return answer;
  }

  readonly ask: Ask<AdapterQuestions> = async (call, ...[question]) =>
    (await this.answers[call](question as never)) as never;

  /** By call; tests put answers of their own in. */
  readonly answers: {
    [Name in keyof AdapterQuestions]: (
      question: Question<AdapterQuestions, Name>,
    ) => Promise<Answer<AdapterQuestions, Name>>;
  } = {
    modulationViews: async ({ support, select, average }) => {
      const sizes = `${support.length} of ${select ?? 'none'} and ${average.length}`;
      await this.called(`modulationViews ${sizes}`);
      const hybrid = Float32Array.from(support, ({ item }) => item);
      return {
        detail: select === null ? null : { item: select, score: 0, hybrid, modulation: PLAIN },
        average: average.length > 0 ? PLAIN : null,
      };
    },
    sample: async ({ scenario, size, seed }) => {
      await this.called(`sample ${scenario}`);
      return Array.from({ length: size }, (_, k) => ({
        item: (scenario * 10 + k + seed) % this.genres.length,
        label: 1,
      }));
    },
    map: async ({ projection }) => {
      await this.called('map');
      return {
        projection,
        points: Float32Array.of(0, 0, 1, 1),
        scenario: Uint16Array.of(0, 1),
        heldOut: null,
        explained: [0.6, 0.2],
        purity: null,
        steps: this.steps,
      };
    },
    mapContexts: async ({ points }) => {
      await this.called(`mapContexts ${points.length}`);
      return { contexts: new Float32Array(2 * points.length) };
    },
    askNext: async ({ support, candidates }) => {
      await this.called(`askNext ${support.length}`);
      return {
        items: Uint32Array.from(candidates),
        shift: Float32Array.from(candidates, (_, n) => 1 / (n + 1)),
        seen: new Float32Array(candidates.length).fill(0.5),
        predicted: new Float32Array(candidates.length).fill(3),
        compared: this.genres.length,
      };
    },
    leaveOneOut: async ({ support, items }) => {
      await this.called('leaveOneOut');
      return {
        points: support.map((_, k): [number, number] => [k, 0]),
        contextShift: new Float32Array(support.length),
        items: Uint32Array.from(items),
        rankChange: Int32Array.from({ length: support.length * items.length }, (_, k) => k),
      };
    },
    twoTastes: () => Promise.reject(new Error('the stand-in has no tastes')),
    unitEffects: () => Promise.reject(new Error('the stand-in has no units')),
    unitFilms: () => Promise.reject(new Error('the stand-in has no units')),
    explain: () => Promise.reject(new Error('the stand-in explains nothing')),
    importWeights: () => Promise.reject(new Error('the stand-in takes no weights')),
  };

  async shareSteps(several: boolean): Promise<void> {
    this.calls.push(`several ${several}`);
  }

  trainWhenHidden(allowed: boolean): void {
    this.calls.push(`trainWhenHidden ${allowed}`);
  }

  async train(mode: string): Promise<void> {
    await this.called(`train ${mode}`);
  }

  async setHyperparameters(): Promise<void> {
    await this.called('setHyperparameters');
  }

  async reset(): Promise<ModelReport> {
    await this.called('reset');
    return this.report({ setting: 'scenario', encoder: 'mean', hybrid: 'dot', modulation: 'film' });
  }

  checkpoints = () => [];
  parameters = () => null;
  rewind = (step: number | null) => this.called(`rewind ${step}`);
  trainFrom = () => Promise.reject(new Error('the stand-in has no checkpoints'));
  trainingState = () => Promise.resolve(null);
  exportWeights = () => Promise.reject(new Error('the stand-in has no weights'));
  dispose = () => undefined;
  arithmetic = (): string | null => 'wasm-simd';
  restore = () => Promise.reject(new Error('the stand-in restores nothing'));
}
