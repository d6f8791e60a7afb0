/** What the numbers of each stage are called, in the visitor's language. */
import type { Explanation } from '../../protocol/explanation';
import type { PageSetting } from '../../protocol/vocabulary';
import { useLazyStrings } from '../../strings/lazy';
import { columns, moduleName } from '../route-view/routes';
import { featureOf, partOf } from './attention';
import { layerSize } from './chain';
import type { GeneratedRow } from './generated';
import { useFeatureName } from './useFeatureName';

type NameOf = (index: number) => string;

export interface Names {
  /** A value of the movie's vector. */
  feature: NameOf;
  /** A value of the context, the movie as it meets it, and the hybrid context. */
  context: NameOf;
  /** A value of the hybrid context. */
  hybrid: NameOf;
  /** What the backbone's first layer reads. */
  input: NameOf;
  /** What the first trunk layer reads. */
  hyperInput: NameOf;
  unit: NameOf;
  /** A cell of layer `l` of the backbone. */
  cell: (l: number) => NameOf;
  /** A unit of a module of layer `l`, before it is routed on. */
  moduleUnit: (l: number) => NameOf;
  row: (row: GeneratedRow) => string;
  generated: (row: GeneratedRow) => NameOf;
}

export function useNames(explanation: Explanation, setting: PageSetting): Names {
  const { explain: strings, film, routes } = useLazyStrings();
  const { candidate, context, embedding, modulation, layers, hypernetwork } = explanation;
  const feature = useFeatureName(candidate.length, setting);
  // The weighted encoder has a space of its own; the others speak of the movie's features.
  const ofFeatures = embedding.length === 0;
  const contextName = ofFeatures ? feature : strings.dimension;
  const movieSize = ofFeatures ? candidate.length : context.length;
  const extra = hypernetwork?.perTask.length ?? 0;
  const contextFirst = extra >= context.length ? context.length : 0;
  const targetOf = (row: GeneratedRow) =>
    row.target === 'route' ? null : film.targets[row.target];
  const counts = modulation.kind === 'soft' ? columns(modulation.routes) : [];
  const module = (column: number, row: number) => moduleName(counts, column, row, routes.readout);
  const hybrid: NameOf = (i) => {
    if (!explanation.attention) return contextName(i);
    const name = contextName(featureOf(explanation, i));
    return strings.attended[partOf(explanation, i)](name);
  };
  return {
    feature,
    context: contextName,
    hybrid,
    input: (i) =>
      i < movieSize
        ? ofFeatures
          ? feature(i)
          : strings.embedded(i)
        : strings.ofHybrid(hybrid(i - movieSize)),
    hyperInput: (i) =>
      i < contextFirst
        ? strings.ofContext(contextName(i))
        : i < extra
          ? (strings.statistics[i - contextFirst] ?? strings.dimension(i - contextFirst))
          : strings.ofHybrid(hybrid(i - extra)),
    unit: strings.unit,
    cell: (l) => (index) => {
      const { units, targets } = layerSize(modulation, layers[l], l);
      if (targets === 1) return strings.unit(index % units);
      return strings.moduleUnit(Math.floor(index / units), index % units);
    },
    moduleUnit: (l) => (index) => {
      if (modulation.kind !== 'soft') return strings.unit(index);
      const units = layers[l].activated.length / modulation.routes[l].sources;
      return strings.moduleUnit(Math.floor(index / units), index % units);
    },
    row: (row) =>
      row.target === 'route'
        ? routes.into(row.layer + 2, row.layer + 2 === counts.length)
        : film.rowLabel(targetOf(row)!, row.layer + 1),
    generated: (row) => (index) => {
      if (modulation.kind !== 'soft') return `${targetOf(row)} ${row.layer + 1}.${index + 1}`;
      const { targets } = modulation.routes[row.layer];
      return routes.link(
        module(row.layer, Math.floor(index / targets)),
        module(row.layer + 1, index % targets),
      );
    },
  };
}
