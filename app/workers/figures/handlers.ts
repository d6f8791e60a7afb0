/** What the racer answers besides races: the lab's figures, away from edits and training. */
import type { Dataset } from '../../../src/data/types';
import type { Handlers } from '../host/host';
import type { Blueprint } from '../model/blueprint';
import type { Entrant } from '../protocol';
import { clusterFigure } from './clusters';
import { FigureModel } from './figure-model';
import { routeFigure } from './routes';

type Cmml = Extract<Entrant, { kind: 'cmml' }>;

export function figureHandlers(
  dataset: Dataset,
  blueprintOf: (cmml: Cmml) => Promise<Blueprint>,
): Handlers {
  const using = async <T>(cmml: Cmml, draw: (model: FigureModel) => Promise<T>): Promise<T> => {
    const model = new FigureModel(dataset, await blueprintOf(cmml));
    try {
      return await draw(model);
    } finally {
      model.dispose();
    }
  };
  return {
    clusterFigure: ({ cmml, size }, { breathe }) =>
      using(cmml, (model) => clusterFigure(dataset, model, size, breathe)),
    routeFigure: ({ cmml, ...request }, { breathe }) =>
      using(cmml, (model) => routeFigure(dataset, model, request, breathe)),
  };
}
