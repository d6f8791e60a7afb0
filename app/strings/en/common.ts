export const common = {
  title: 'Cold start',
  subtitle: 'in one forward pass',
  skip: 'Skip to the workbench',
  close: 'Close',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  panelFailed: 'This panel stopped working. The rest of the page goes on.',
  recorded: 'recorded',
  live: 'live',
  recordedHelp:
    'These numbers were computed beforehand by the same model. They turn live as soon as the model has loaded here.',
  liveHelp: 'Computed just now by the model running in this page.',
  waiting: 'Waiting for the model…',
  year: (year: number | null) => (year === null ? 'year unknown' : String(year)),
  movie: (title: string, year: number | null) => (year === null ? title : `${title} (${year})`),
  stars: (stars: number) => (stars === 1 ? '1 star' : `${stars} stars`),
};
