/** What a failure leaves behind: the first of it on the page, all of it in the report. */
import { expect, it } from 'vitest';
import { createAppStore } from '../../../app/store';
import { reportOf, type Machine } from '../../../app/store/report';
import { WorkerFailure } from '../../../app/protocol/failure';

const machine: Machine = {
  userAgent: 'Mozilla/5.0 (a browser)',
  build: 'index-1.js',
  origin: 'https://example.org',
  lines: { WebAssembly: true, threads: 2 },
};

it('shows the first failure in a row, and the next one only after an answer', () => {
  const store = createAppStore();
  const { fail } = store.getState();
  fail(new WorkerFailure('data-missing', 'factors.bin'));
  fail(new WorkerFailure('bad-request', 'load is not answered'));
  expect(store.getState().failure).toEqual({ code: 'data-missing', detail: 'factors.bin' });
  store.setState({ failure: null });
  fail(new Error('later'));
  expect(store.getState().failure).toEqual({ code: 'internal', detail: 'later' });
});

it('keeps the first fault however many follow, and the same one in a row once', () => {
  const store = createAppStore();
  const { noteFault } = store.getState();
  noteFault(new Error('the cause'));
  for (let k = 0; k < 30; k++) {
    noteFault(new Error(`later ${k}`));
    noteFault(new Error(`later ${k}`));
  }
  const details = store.getState().faults.map(({ detail }) => detail);
  expect(details).toHaveLength(10);
  expect(details[0]).toBe('the cause');
  expect(details.slice(1)).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29].map((k) => `later ${k}`));
});

it('reports browser, backends, and each fault with its worker', () => {
  const store = createAppStore();
  const tried = [
    { name: 'wasm' as const, ok: false, note: 'no SIMD' },
    { name: 'cpu' as const, ok: true, stepMs: 12.345 },
  ];
  store.setState({ backend: { chosen: 'cpu', reason: 'first that passed', tried } });
  const condition = { role: null, backend: null, answers: ['start'], firstFailure: 'start: 404' };
  store.getState().fail(new WorkerFailure('bad-request', 'load?', undefined, condition));
  const report = reportOf(store.getState(), machine);
  for (const part of [
    'index-1.js',
    'browser: Mozilla/5.0 (a browser)',
    'WebAssembly true, threads 2',
    'adapter: absent, cpu (first that passed)',
    'wasm: not used, no SIMD',
    'cpu: passed, 12.3 ms a step',
    's bad-request: load? [worker: not started; answers start; first failure: start: 404]',
  ]) {
    expect(report).toContain(part);
  }
});

it('reports what a start without any backend has tried', () => {
  const store = createAppStore();
  const tried = [{ name: 'wasm' as const, ok: false, note: 'no WebAssembly' }];
  store.getState().fail(new WorkerFailure('no-backend', 'none', tried));
  expect(reportOf(store.getState(), machine)).toContain('tried wasm: no WebAssembly');
});

it('leaves out where the page lies, what a link holds and names of own data', () => {
  const store = createAppStore();
  store
    .getState()
    .fail(
      new Error('https://example.org/a/start-1.js?support=1_2*0&genre=Horror of own-0a1b2c failed'),
    );
  const report = reportOf(store.getState(), machine);
  expect(report).toContain('/a/start-1.js of own data failed');
  expect(report).not.toMatch(/example\.org|Horror|1_2|0a1b2c/);
});
