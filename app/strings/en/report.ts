/** What to try when the model fails, and the report for whoever is to mend it. */
export const report = {
  reload: 'Reload the page',
  onCpu: 'Compute in plain JavaScript',
  advice:
    'If neither helps, open the page in another browser: a current Chrome, Edge, Firefox or Safari.',
  title: 'Report this',
  holds:
    'Copy this into an issue. It names the browser, the backends that were tried and what failed; nothing about you or what you chose.',
  copy: 'Copy the report',
};
