/**
 * Lines for the visitor by code: what happened and what to do. `{detail}` is what it is about.
 */
export const notices: Record<string, string> = {
  address: 'The link says {detail}, which this page does not know. It uses its default instead.',
  'address-genre': 'This data does not have the link’s genre “{detail}”. Pick another.',
  'address-movies':
    '{detail} of the link’s support movies are not in this data or fit no label here, and were left out.',
  'address-movie': 'This data does not have the link’s movie {detail}.',
  'address-checkpoint':
    'The link shows step {detail} of a training run that this browser does not have. You see the network as it is now; train it with the same seed to reach that step.',
  'support-full': 'The support set holds at most 64 movies. Remove one to add another.',
  'data-missing':
    'A data file could not be read ({detail}). Check the connection and try again; what you made is kept.',
  'own-elsewhere':
    'This link is to somebody’s own data ({detail}), which never left the browser that imported it. Open the link there, or import the same files here.',
  'data-broken': 'A data file is damaged ({detail}). Reload the page, or prepare the data again.',
  'no-backend':
    'This browser offers nothing to compute on ({detail}). WebAssembly is enough: try a current browser, or allow it for this page.',
  'on-cpu':
    'The model computes in plain JavaScript here ({detail}). All works, but slower than with WebAssembly.',
  'worker-died':
    'The model’s worker stopped and did not come back ({detail}). Your support set is still here; try again.',
  'worker-respawned': 'The model’s worker stopped and was started again. Nothing you made is lost.',
  'worker-failed':
    'The model’s worker cannot be started ({detail}). Reload the page; your support set is in the link.',
  timeout: 'The model took too long to answer and was started again ({detail}).',
  'backend-switched': 'Training moved to a faster backend: {detail}.',
  'other-arithmetic':
    'This run was trained on another backend ({detail}). It goes on, but the last digits may differ.',
  'device-lost': 'The graphics device was lost. The model goes on with another backend.',
  'out-of-memory':
    'The model ran out of memory and was started again from its last snapshot. Close other tabs, or train on fewer tasks a step.',
  'step-differs':
    'Fast training gave another result than plain training ({detail}), so it goes on plainly. Please report it.',
  'helper-lost':
    'A core that helped to train was lost ({detail}). Training goes on with one core, on the same curve.',
  'training-failed':
    'Training stopped: {detail}. The last snapshot is kept; press play to go on from it.',
  'device-error':
    'The graphics device reported: {detail}. If results look wrong, choose another backend.',
  'not-a-number':
    'Training stopped: a value was no longer a number. The last good checkpoint is kept; lower the learning rate before going on.',
  'bad-request': 'The model could not do that: {detail}.',
  autosave:
    'This browser cannot keep what you make ({detail}). Export it under Saved runs before you leave.',
  resumed: 'The page is as you left it.',
  'autosave-back': 'Your training was brought back: {detail} steps. “Restart” begins anew.',
  'autosave-elsewhere':
    'This page is open in another tab, which keeps what is made. Until it is closed, what you make here is kept only as a saved run.',
  'autosave-here': 'The other tab is closed: what you make here is kept again.',
  'autosave-aside': 'The other tab’s training is under Saved runs now.',
  'autosave-broken':
    'What this browser had kept could not be read ({detail}) and was put aside. The page starts with its own model.',
  internal: 'Something went wrong in the model: {detail}. Try again; what you made is kept.',
  'offline-ready': 'The page is stored on this machine and works without a network.',
  'update-ready':
    'A newer version of this page is here. Close the page and open it again to have it.',
  copied:
    'Link copied. It holds the genre, the support set, the model, and what you hold or pinned.',
  'report-copied': 'Report copied.',
  'report-not-copied':
    'The browser did not allow copying. The report is open and selected: copy it by hand.',
  'copy-failed': 'The browser did not allow copying. The address bar holds the same link.',
};

export const noticeLabels = {
  region: 'Messages',
  unknown: '{detail}',
  afresh: 'Start afresh',
  bundled: 'Open the bundled data',
  catalogue: 'The movies could not be loaded.',
  model: 'The model could not be started.',
  stopped: 'The model stopped answering.',
};
