/** What the racer answers besides races: the lab's figures, away from edits and training. */
import type { Dataset } from '../../../src/data/types';
import type { Handlers } from '../host/host';
import type { ModelSetup } from '../model/model-setup';
import type { CmmlSystem, FigureCalls } from '../../protocol/figures';
import { clusterFigure } from './clusters';
import { FigureModel } from './figure-model';
import { routeFigure } from './routes';

export function figureHandlers(
  dataset: Dataset,
  setupOf: (cmml: CmmlSystem) => Promise<ModelSetup>,
): Handlers<FigureCalls> {
  const using = async <T>(
    cmml: CmmlSystem,
    draw: (model: FigureModel) => Promise<T>,
  ): Promise<T> => {
    const model = new FigureModel(dataset, await setupOf(cmml));
    try {
      return await draw(model);
    } finally {
      model.dispose();
    }
  };
  return {
    clusterFigure: ({ cmml, size }, { yieldToMessages }) =>
      using(cmml, (model) => clusterFigure(dataset, model, size, yieldToMessages)),
    routeFigure: ({ cmml, ...request }, { yieldToMessages }) =>
      using(cmml, (model) => routeFigure(dataset, model, request, yieldToMessages)),
  };
}
