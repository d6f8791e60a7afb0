/** A small fixed part of the protocol on the validation fold, quick enough to follow a run with. */
import { METRICS } from '../../../src/kinds';
import * as tf from '@tensorflow/tfjs-core';
import { createRandom, deriveSeed } from '../../../src/data/random';
import { ratersOf, sampleRatingTask } from '../../../src/data/tasks/rating';
import type { Pair, Task } from '../../../src/data/types';
import type { ValidationDataset } from '../../../src/data/validation';
import { toBatch } from '../../../src/model/batch';
import { encode, predict } from '../../../src/model/cmml';
import { pool, recalls, type RankedUser } from '../../../src/model/evaluation/ranking';
import { scenarioEpisodes } from '../../../src/model/evaluation/anonymous';
import { meanAbsoluteError } from '../../../src/model/metrics';
import type { ParameterSet } from '../../../src/model/parameter-set';
import type { ModelSetup } from '../model/model-setup';
import { take } from '../model/reads';

/** Scenarios of the fold (one support set each) and users looked for in each. */
const SCENARIOS = 12;
const USERS = 24;
/** Likes in a support set, as many as the page starts with. */
const LIKES = 8;
/** Users of the rating setting. */
const RATERS = 40;
const SEED = 0;
/** Pairs scored at once: a wasm heap that had to hold all nine thousand never shrinks again. */
const AT_ONCE = 2048;

export interface HeldOut {
  metric: string;
  /** Mean metric of the present parameters; lets messages in between tasks. */
  measure(parameters: ParameterSet, yieldToMessages: () => Promise<void>): Promise<number>;
}

/** `recall@20` of validation scenarios from 8 likes, or `mae` of validation users, always the same ones. */
export function heldOut(setup: ModelSetup, dataset: ValidationDataset): HeldOut {
  return setup.setting === 'rating'
    ? heldOutRatings(setup, dataset)
    : heldOutScenarios(setup, dataset);
}

function heldOutScenarios(setup: ModelSetup, dataset: ValidationDataset): HeldOut {
  const items = pool(dataset);
  const query = Array.from(items, (item): Pair => ({ user: -1, item, label: 0 }));
  const drawn = scenarioEpisodes(dataset, LIKES, createRandom(SEED), 'validation');
  const episodes = oneOfEach(drawn, SCENARIOS);
  return {
    metric: METRICS.scenario,
    async measure(parameters, yieldToMessages) {
      const ties = createRandom(deriveSeed(SEED, 'ties'));
      const perScenario: number[] = [];
      for (const { support, users } of episodes) {
        const scores = await score(setup, parameters, { id: 'held-out', support, query });
        const found = users
          .slice(0, USERS)
          .map((user: RankedUser) => recalls(scores, items, user, ties)[1]);
        perScenario.push(mean(found));
        await yieldToMessages();
      }
      return mean(perScenario);
    },
  };
}

function heldOutRatings(setup: ModelSetup, dataset: ValidationDataset): HeldOut {
  const random = createRandom(SEED);
  // Their users stay named: the features of a task leave its own user out.
  const tasks = ratersOf(dataset, 'validation')
    .slice(0, RATERS)
    .map((rater) => sampleRatingTask(random, rater));
  return {
    metric: METRICS.user,
    async measure(parameters, yieldToMessages) {
      const errors: number[] = [];
      for (const task of tasks) {
        const scores = await score(setup, parameters, task);
        const clipped = scores.map((stars) => Math.min(5, Math.max(0.5, stars)));
        errors.push(
          meanAbsoluteError(
            clipped,
            task.query.map(({ label }) => label),
          ),
        );
        await yieldToMessages();
      }
      return mean(errors);
    },
  };
}

/** Scores of a task's query pairs, with their base. */
async function score(
  setup: ModelSetup,
  parameters: ParameterSet,
  task: Task,
): Promise<Float32Array> {
  const scores = new Float32Array(task.query.length);
  for (let at = 0; at < scores.length; at += AT_ONCE) {
    const query = task.query.slice(at, at + AT_ONCE);
    scores.set(await scorePart(setup, parameters, { ...task, query }), at);
  }
  return scores;
}

async function scorePart(
  { config, data }: ModelSetup,
  parameters: ParameterSet,
  task: Task,
): Promise<Float32Array> {
  const scores = tf.tidy(() => {
    const { support, query, statistics, base } = toBatch(data.pack([task]));
    const context = encode(config, parameters, support);
    const predicted = predict(config, parameters, context, query.pairs, {
      statistics,
      support,
      layers: false,
    }).scores;
    return base ? tf.add(predicted, base) : predicted;
  });
  return take(scores, 'evaluation');
}

/** Episodes come several a scenario, one after the other: `count` of them spread over all. */
function oneOfEach<T>(episodes: readonly T[], count: number): T[] {
  const stride = Math.max(1, Math.floor(episodes.length / count));
  return episodes.filter((_, k) => k % stride === 0).slice(0, count);
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
