/**
 * The context map: where the support sets of every scenario (of every user, for a new visitor) lie, and
 * where the visitor's own does.
 */
import * as tf from '@tensorflow/tfjs-core';
import { PICTURE_SCENARIOS } from '../../../src/data/scenarios';
import type { Scenario } from '../../../src/data/types';
import { WorkerFailure } from '../../protocol/failure';
import type { JobContext } from '../host/host';
import { yieldWhile, nextTurn } from '../host/turn';
import { take } from '../model/reads';
import type { ContextMap as MapReply } from '../../protocol/adapter';
import type { SupportItem } from '../../protocol/vocabulary';
import type { AdapterModel } from './adapter-model';
import { project, turn, type Basis } from './basis';
import { domainPurity } from './domain-purity';
import { mapTasks, meanFeatures, type MapTasks } from './map-points';
import type { LateSampler, SupportSampler } from './support-samples';
import { amongNearest, umapLayout } from './umap';

/** Support sets encoded before messages are let in. */
const CHUNK = 256;
/**
 * The axes are those of so many support sets of every scenario, so that an edit need not wait for
 * the whole map and finds the same axes before and after it.
 */
const ANCHOR_DRAWS = 6;
const PICTURE_IDS: ReadonlySet<string> = new Set(PICTURE_SCENARIOS);
/** Two axes need some genres to tell apart. */
const FEWEST_PICTURED = 4;

/** A layout that is a plane already. */
const PLANE: Basis = {
  mean: Float64Array.of(0, 0),
  axes: [Float64Array.of(1, 0), Float64Array.of(0, 1)],
  explained: [0, 0],
};

type Projection = MapReply['projection'];

/** What the last drawn map was, so that the next can be fitted to it. */
interface Layout {
  projection: Projection;
  /** Linear maps only. */
  basis: Basis | null;
  /** What was projected, `[n, dim]`. */
  rows: Float32Array;
  points: Float32Array;
  /** Positions of the anchors, for fitting the next layout to this one. */
  anchors: Float32Array;
}

export class ContextMap {
  private tasks: MapTasks | null = null;
  private layout: Layout | null = null;

  /** Scenarios whose differences the axes show: the paper's eight of Figure 3; null: all tasks. */
  private readonly spread: ReadonlySet<number> | null;

  constructor(
    private readonly model: AdapterModel,
    private readonly sampler: LateSampler,
    private readonly scenarios: readonly Pick<Scenario, 'id' | 'domain'>[],
    /** Which labels count as liked for the map of raw features. */
    private readonly isLiked: (label: number) => boolean,
    /** Which users training never saw, where the tasks are users; null: they are `scenarios`. */
    private readonly heldOut: (() => Uint8Array) | null = null,
  ) {
    const pictured = [...scenarios.keys()].filter((s) => PICTURE_IDS.has(scenarios[s].id));
    this.spread = !heldOut && pictured.length >= FEWEST_PICTURED ? new Set(pictured) : null;
  }

  private readonly isSpread = (task: number): boolean => this.spread?.has(task) ?? true;

  /**
   * Draws the map anew; with `keepBasis` a linear map's axes stay and only the points move.
   * @throws WorkerFailure `bad-request` where there are too few likes to draw support sets from
   */
  async draw(
    projection: Projection,
    keepBasis: boolean,
    yieldToMessages: JobContext['yieldToMessages'],
  ): Promise<MapReply> {
    const sampler = await yieldWhile(this.sampler.get(), yieldToMessages);
    const tasks = (this.tasks ??= mapTasks(sampler, everyTask(sampler)));
    if (!this.canLay(tasks)) throw new WorkerFailure('bad-request', 'too few likes for a map');
    const { supports, scenario } = tasks;
    const steps = this.model.steps;
    const rows =
      projection === 'features'
        ? this.features(supports)
        : await this.contexts(supports, yieldToMessages);
    const layout = await this.lay(projection, rows, tasks, keepBasis, yieldToMessages);
    this.layout = layout;
    return {
      projection,
      points: layout.points.slice(),
      scenario: scenario.slice(),
      explained: layout.basis && [...layout.basis.explained],
      purity: this.heldOut ? null : domainPurity(rows, scenario, this.scenarios),
      heldOut: this.heldOut?.() ?? null,
      steps,
    };
  }

  /**
   * Where a context (of this support set) lies on the map as it is drawn now; null while nothing can
   * be drawn: the interactions that support sets are sampled from come later, and may be too few.
   */
  readonly place = async (
    context: Float32Array,
    support: readonly SupportItem[],
  ): Promise<[number, number] | null> => {
    const sampler = this.sampler.loaded;
    if (!this.layout && !sampler) return null;
    this.layout ??= await this.firstLayout(sampler!);
    if (!this.layout) return null;
    const { projection, basis, rows, points } = this.layout;
    const row = projection === 'features' ? this.featuresOf(support) : context;
    if (!basis) return amongNearest(row, rows, points);
    const [x, y] = project(basis, row);
    return [x, y];
  };

  /**
   * Contexts `[points, P]` of points of the last drawn map: those that were laid out, or on the map of raw
   * features those of the present parameters.
   * @throws WorkerFailure `bad-request` for points that are not on it
   */
  async contextsOf(
    points: Uint32Array,
    yieldToMessages: JobContext['yieldToMessages'],
  ): Promise<Float32Array> {
    const { tasks, layout } = this;
    const outside = points.find((k) => !tasks || k >= tasks.supports.length);
    if (!tasks || !layout || outside !== undefined) {
      throw new WorkerFailure('bad-request', `no point ${outside ?? ''} on the map`);
    }
    if (layout.projection === 'features') {
      return this.contexts(Array.from(points, (k) => tasks.supports[k]), yieldToMessages); // prettier-ignore
    }
    const dim = layout.rows.length / tasks.supports.length;
    return concatenate(Array.from(points, (k) => layout.rows.subarray(k * dim, (k + 1) * dim)));
  }

  private async firstLayout(sampler: SupportSampler): Promise<Layout | null> {
    const tasks = mapTasks(sampler, everyTask(sampler), ANCHOR_DRAWS);
    if (!this.canLay(tasks)) return null;
    const rows = await this.contexts(tasks.supports, nextTurn);
    return this.lay('linear', rows, tasks, false, nextTurn);
  }

  /** Axes need two support sets at least. */
  private canLay({ scenario }: MapTasks): boolean {
    return scenario.filter(this.isSpread).length >= 2;
  }

  private async lay(
    projection: Projection,
    rows: Float32Array,
    { draw, scenario }: MapTasks,
    keepBasis: boolean,
    yieldToMessages: JobContext['yieldToMessages'],
  ): Promise<Layout> {
    const { procrustes, refit } = await import('./fitting');
    const dim = rows.length / draw.length;
    const last = this.layout;
    const isAnchor = (k: number) => draw[k] < ANCHOR_DRAWS;
    if (projection === 'umap') {
      const loose = await umapLayout(rows, dim, yieldToMessages);
      const turned = last && turn(PLANE, procrustes(only(loose, 2, isAnchor), last.anchors));
      const points = turned ? project(turned, loose) : loose;
      return { projection, basis: null, rows, points, anchors: only(points, 2, isAnchor) };
    }
    const kept = keepBasis && last?.projection === projection ? last.basis : null;
    const isAxis = (k: number) => isAnchor(k) && this.isSpread(scenario[k]);
    const basis =
      kept ?? refit(only(rows, dim, isAxis), only(rows, dim, isAnchor), dim, last?.anchors ?? null);
    const points = project(basis, rows);
    return { projection, basis, rows, points, anchors: only(points, 2, isAnchor) };
  }

  /** Contexts of all map tasks, `[n, P]`. */
  private async contexts(
    supports: SupportItem[][],
    yieldToMessages: JobContext['yieldToMessages'],
  ): Promise<Float32Array> {
    const parts: Float32Array[] = [];
    for (let from = 0; from < supports.length; from += CHUNK) {
      const { context, ...rest } = this.model.encode(supports.slice(from, from + CHUNK));
      tf.dispose(rest);
      parts.push(await take(context, 'map'));
      await yieldToMessages();
    }
    return concatenate(parts);
  }

  private features(supports: SupportItem[][]): Float32Array {
    return concatenate(supports.map((support) => this.featuresOf(support)));
  }

  private featuresOf(support: readonly SupportItem[]): Float32Array {
    const { reading, config } = this.model;
    return meanFeatures(reading.candidates, config.sizes.pairDim, support, this.isLiked);
  }
}

const everyTask = ({ tasks }: SupportSampler): number[] =>
  Array.from({ length: tasks }, (_, s) => s);

/** The rows of `[n, dim]` that are wanted. */
function only(rows: Float32Array, dim: number, wanted: (k: number) => boolean): Float32Array {
  return rows.filter((_, at) => wanted(Math.floor(at / dim)));
}

function concatenate(parts: Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
