/** Training curves and the time scrubber. */
const NAMES: Record<string, string> = {
  'recall@20': 'Validation Recall@20',
  mae: 'Validation mean absolute error, in stars',
};

export const curves = {
  label: 'Training loss and quality on validation over tasks seen',
  loss: 'Training loss',
  lossSmooth: 'Training loss, smoothed',
  at: (tasks: number) => `at ${Math.round(tasks).toLocaleString('en')}:`,
  heldOut: (metric: string): string => NAMES[metric] ?? `Validation ${metric}`,
  heldOutWaiting: 'Quality on validation: measured every few steps',
  validation:
    'Validation: genres and people cut from meta-training. A run on this page does not train on them; meta-test is kept for the lab.',
  seen: 'The model that ships, from which this run goes on, was trained on them too, so this curve flatters it. After a restart it does not.',
  tasksSeen: 'tasks seen',
  scrubber: 'Time: rewind every panel to a checkpoint',
  scrubberEmpty: 'Checkpoints gather here while it trains; then every panel can be rewound.',
  atStep: (step: number) => `checkpoint of step ${step.toLocaleString('en')}`,
  continueHere: 'Train on from here',
  playHistory: 'Play the history',
  stopHistory: 'Stop',
  newest: 'Newest',
};
