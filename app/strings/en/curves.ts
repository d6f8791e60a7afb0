/** Training curves and the time scrubber. */
const NAMES: Record<string, string> = {
  'recall@20': 'Held-out Recall@20',
  mae: 'Held-out mean absolute error, in stars',
};

export const curves = {
  label: 'Training loss and held-out quality over tasks seen',
  loss: 'Training loss',
  lossSmooth: 'Training loss, smoothed',
  at: (tasks: number) => `at ${Math.round(tasks).toLocaleString('en')}:`,
  heldOut: (metric: string): string => NAMES[metric] ?? `Held-out ${metric}`,
  heldOutWaiting: 'Held-out quality: measured every few steps',
  tasksSeen: 'tasks seen',
  scrubber: 'Time: rewind every panel to a checkpoint',
  scrubberEmpty: 'Checkpoints gather here while it trains; then every panel can be rewound.',
  atStep: (step: number) => `step ${step.toLocaleString('en')}`,
  continueHere: 'Train on from here',
  playHistory: 'Play the history',
  stopHistory: 'Stop',
  newest: 'Newest',
};
