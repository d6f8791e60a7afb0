/** The map of task contexts. */
export const map = {
  label: 'Map of task contexts: every dot is one sampled support set',
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
  /** Whose the large dot is. */
  own: { you: 'you', stranger: 'the stranger', films: 'these films' },
  task: (name: string, heldOut: boolean, nearest: string[]) =>
    `${name}${heldOut ? ', held out of training' : ''}. Nearest: ${nearest.join('; ')}.`,
  ghost: 'without it',
  genres: {
    tasks: 'Tasks on the map. Arrow keys move between genres, Enter loads one.',
    column: 'Genre (middle of its dots)',
    reading: {
      linear:
        'Each dot stands for a handful of films; small dots are of genres that the model trained on. Near means alike. Click one to load its genre.',
      umap: 'UMAP keeps neighbours together; distances between clusters say little. Click a dot to load its genre.',
      features:
        'The plain average of the films’ features, before any encoder: nearly as neat. Click a dot to load its genre.',
    },
  },
  users: {
    name: (n: number) => `Viewer ${n}`,
    tasks: 'People on the map. Arrow keys move between them, Enter takes over ratings of one.',
    column: 'Viewer (middle of their dots)',
    reading: {
      linear:
        'Each dot stands for eight ratings of one viewer; small dots are of viewers that the model trained on. Near means alike. Click one to take over eight ratings.',
      umap: 'UMAP keeps neighbours together; distances between clusters say little. Click a dot to take over eight ratings of that viewer.',
      features:
        'The plain average of the features of films that a viewer liked, before any encoder. Click a dot to take over eight ratings of that viewer.',
    },
  },
  axisShare: (n: number, share: number) => `axis ${n}: ${(100 * share).toFixed(0)}% of variance`,
  axis: (n: number) => `Axis ${n}`,
  familyColumn: 'Family',
  domainColumn: 'Domain',
  purity: (share: number, chance: number) =>
    `Purity of domains: ${(100 * share).toFixed(0)}% of the five nearest contexts are of the same domain (mean of the domains; by chance ${(100 * chance).toFixed(0)}%).`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Show all',
};
