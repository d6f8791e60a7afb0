/** Made by `npx tsx scripts/make-facts.ts` from `public/recorded`. Recall in 0..1, MAE in stars. */
export const FACTS = {
  'anonymous, CMML-FiLM, person': { mean: 0.2051, n: 1 },
  'anonymous, CMML-FiLM, genre': { mean: 0.4818, n: 1 },
  'anonymous, item-kNN, person': { mean: 0.2156, n: 1 },
  'anonymous, item-kNN, genre': { mean: 0.1958, n: 1 },
  'anonymous, genre profile, person': { mean: 0.0745, n: 1 },
  'anonymous, genre profile, genre': { mean: 0.5109, n: 1 },
  'rating, CMML-FiLM': { mean: 0.7197, n: 3 },
  'rating, MetaCS-DNN': { mean: 0.6858, n: 3 },
  'two-tastes, plain': { mean: 0.2167, n: 5 },
  'but-not, plain': { mean: 0.2683, n: 5 },
  'ordinary, plain': { mean: 0.6172, n: 5 },
  'two-tastes, attention': { mean: 0.2806, n: 5 },
  'but-not, attention': { mean: 0.4653, n: 5 },
  'ordinary, attention': { mean: 0.6445, n: 5 },
} as const;

export type FactName = keyof typeof FACTS;
