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
  you: 'you',
  task: (name: string, heldOut: boolean, nearest: string[]) =>
    `${name}${heldOut ? ', held out of training' : ''}. Nearest: ${nearest.join('; ')}.`,
  reading: {
    linear:
      'Every dot is a sampled support set, small ones of genres seen in training. Near means alike. Click one to load its genre.',
    umap: 'UMAP keeps neighbours together; distances between clusters say little. Click a dot to load its genre.',
    features:
      'The plain average of the films’ features, before any encoder: nearly as neat. Click a dot to load its genre.',
  },
  axisShare: (n: number, share: number) => `axis ${n}: ${(100 * share).toFixed(0)}% of variance`,
  axis: (n: number) => `Axis ${n}`,
  genreColumn: 'Genre (middle of its dots)',
  familyColumn: 'Family',
  domainColumn: 'Domain',
  purity: (share: number, chance: number) =>
    `Purity of domains: ${(100 * share).toFixed(0)}% of the five nearest contexts are of the same domain (mean of the domains; by chance ${(100 * chance).toFixed(0)}%).`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Show all',
};
