export const context = {
  title: 'Task context',
  symbol: 'C',
  symbolHelp:
    'C: the context. The encoder squeezes the whole support set into this one vector, and everything to the right is made from it.',
  sub: 'Each dot is a taste. The large one: this one.',
  loading: 'The map of all tasks is on its way.',
  vector: (n: number) => `C itself, ${n} numbers: orange below zero, purple above.`,
  itself: (n: number) => `C itself, ${n} numbers`,
  number: (index: number) => `Number ${index} of C`,
  numberColumn: 'What',
  valueColumn: 'Value',
  failed: 'The map could not be drawn.',
};
