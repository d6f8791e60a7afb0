/** The map of task contexts. */
export const map = {
  label: 'Map of task contexts: every dot is one sampled support set',
  tasks: 'Tasks on the map. Arrow keys move between genres, Enter loads one.',
  legend: 'Show one family',
  families: {
    horror: 'horror',
    suspense: 'suspense',
    romance: 'romance',
    war: 'war',
    other: 'others',
  },
  projection: 'Projection',
  projections: { linear: 'Linear', umap: 'UMAP', features: 'Raw features' },
  caution: {
    umap: 'UMAP keeps neighbours; distances between clusters say little.',
    features:
      'This is the plain average of the films’ features, before any encoder: nearly as neat.',
  },
  you: 'you',
  task: (name: string, heldOut: boolean, nearest: string[]) =>
    `${name}${heldOut ? ', held out of training' : ''}. Nearest: ${nearest.join('; ')}.`,
  reading: (explained: [number, number] | null) =>
    explained
      ? `Dots: sampled support sets. Across: ${(100 * explained[0]).toFixed(0)}% of the variance, up: ${(100 * explained[1]).toFixed(0)}%. Click one to load its genre.`
      : 'Dots: sampled support sets. Click one to load its genre.',
  axis: (n: number) => `Axis ${n}`,
  genreColumn: 'Genre (middle of its dots)',
  familyColumn: 'Family',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Show all',
};
