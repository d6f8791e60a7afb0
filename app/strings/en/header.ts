export const header = {
  settings: 'Setting',
  scenario: 'Genre',
  user: 'New visitor',
  share: 'Share',
  shareHelp: 'Copy a link to what you see now',
  shareLink: 'Copy the link',
  shareClass: 'Copy a link for a class',
  shareClassHelp:
    'For a class: nothing of it is sent to the server. It stands behind the # of the link.',
  theme: (next: 'light' | 'dark' | 'system') =>
    next === 'system' ? 'Follow the system’s colours' : `Switch to ${next} colours`,
  offline: 'works offline',
  language: 'Language',
  backend: {
    starting: 'Model is loading',
    restarting: 'Model is restarting',
    failed: 'Model did not start',
    edit: (ms: string) => `${ms} an edit`,
    training: (rate: string) => `training ${rate} steps/s`,
    help: 'What the model computes on. Every backend that starts is checked against the CPU’s gradient and timed; the fastest answers.',
    chosen: (name: string, reason: string) => `${name}: ${reason}`,
    trains: (name: string) => `Training runs on ${name}.`,
    relaxed:
      'Its kernels are the relaxed SIMD module: multiply and add are one instruction, rounded once.',
    simd: 'Its kernels are the plain SIMD module: this browser or processor does not multiply and add in one instruction.',
    ok: (ms: string) => `passed, ${ms} a step`,
    passed: 'passed',
    failedCheck: 'not used',
  },
};
