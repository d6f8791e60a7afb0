/** The context map: where every scenario's support sets lie, and where the visitor's own does. */
import type { JobContext } from '../host/host';
import { nextTurn } from '../host/turn';
import { take } from '../model/reads';
import type { ContextMap as MapReply, SupportItem } from '../protocol';
import type { AdapterModel } from './adapter-model';
import { MAP_SUPPORT, mapTasks, meanFeatures, type MapTasks } from './map-points';
import { fitBasis, procrustes, project, refit, turn, type Basis } from './projection';
import type { SupportSampler } from './support-samples';
import { amongNearest, umapLayout } from './umap';

/** Support sets encoded between two breaths. */
const CHUNK = 512;

type Projection = MapReply['projection'];

/** What the last drawn map was, so that the next can be fitted to it. */
interface Layout {
  projection: Projection;
  /** Linear maps only. */
  basis: Basis | null;
  /** What was projected, `[n, dim]`. */
  rows: Float32Array;
  points: Float32Array;
}

export class ContextMap {
  private readonly tasks: MapTasks;
  private layout: Layout | null = null;

  constructor(
    private readonly model: AdapterModel,
    sampler: SupportSampler,
    scenarios: number,
    /** Which labels count as liked for the map of raw features. */
    private readonly isLiked: (label: number) => boolean,
  ) {
    this.tasks = mapTasks(sampler, scenarios);
  }

  /** Draws the map anew; with `keepBasis` a linear map's axes stay and only the points move. */
  async draw(
    projection: Projection,
    keepBasis: boolean,
    breathe: JobContext['breathe'] = nextTurn,
  ): Promise<MapReply> {
    const steps = this.model.steps;
    const rows = projection === 'features' ? this.features() : await this.contexts(breathe);
    const layout = await this.lay(projection, rows, keepBasis, breathe);
    this.layout = layout;
    const pairs = this.tasks.supports.flat();
    return {
      projection,
      points: layout.points.slice(),
      scenario: this.tasks.scenario.slice(),
      support: Uint32Array.from(pairs, ({ item }) => item),
      labels: Float32Array.from(pairs, ({ label }) => label),
      supportSize: MAP_SUPPORT,
      explained: layout.basis && [...layout.basis.explained],
      steps,
    };
  }

  /** Where a context (of this support set) lies on the map as it is drawn now. */
  async place(context: Float32Array, support: readonly SupportItem[]): Promise<[number, number]> {
    if (!this.layout) await this.draw('linear', false);
    const { projection, basis, rows, points } = this.layout!;
    const row = projection === 'features' ? this.featuresOf(support) : context;
    if (!basis) return amongNearest(row, rows, points);
    const [x, y] = project(basis, row);
    return [x, y];
  }

  private async lay(
    projection: Projection,
    rows: Float32Array,
    keepBasis: boolean,
    breathe: JobContext['breathe'],
  ): Promise<Layout> {
    const dim = rows.length / this.tasks.supports.length;
    const last = this.layout;
    if (projection === 'umap') {
      const points = await umapLayout(rows, dim, breathe);
      return { projection, basis: null, rows, points: last ? align(points, last.points) : points };
    }
    const same = last?.projection === projection ? last : null;
    const basis = keepBasis && same?.basis ? same.basis : refit(rows, dim, last?.points ?? null);
    return { projection, basis, rows, points: project(basis, rows) };
  }

  /** Contexts of all map tasks, `[n, P]`. */
  private async contexts(breathe: JobContext['breathe']): Promise<Float32Array> {
    const { supports } = this.tasks;
    const parts: Float32Array[] = [];
    for (let from = 0; from < supports.length; from += CHUNK) {
      const { context, statistics } = this.model.encode(supports.slice(from, from + CHUNK));
      statistics?.dispose();
      parts.push(await take(context, 'map'));
      await breathe();
    }
    return concatenate(parts);
  }

  private features(): Float32Array {
    return concatenate(this.tasks.supports.map((support) => this.featuresOf(support)));
  }

  private featuresOf(support: readonly SupportItem[]): Float32Array {
    const { reading, config } = this.model;
    return meanFeatures(reading.candidates, config.sizes.pairDim, support, this.isLiked);
  }
}

/** `points` turned to fit `last`, both `[n, 2]`. */
function align(points: Float32Array, last: Float32Array): Float32Array {
  return project(turn(identityBasis(points), procrustes(points, last)), points);
}

/** The plane itself as a basis, centred on `points`. */
function identityBasis(points: Float32Array): Basis {
  const { mean } = fitBasis(points, 2);
  return {
    mean,
    axes: [Float64Array.of(1, 0), Float64Array.of(0, 1)],
    explained: [1, 0],
  };
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
