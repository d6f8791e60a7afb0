import { describe, expect, it } from 'vitest';
import { byTask, decodeTasks, encodeTasks, type TaskRun } from '../../../../app/components/lab/task-file'; // prettier-ignore

const run = (seed: number, values: number[], tasks = ['horror', 'war']): TaskRun => ({
  protocol: 'open',
  setting: 'ranking',
  system: 'ease',
  seed,
  treatment: 'plain',
  metrics: { 'recall@20': { tasks, values } },
});

describe('the file of single tasks', () => {
  it('gives back what it was given, to a ten-thousandth, and names tasks once', () => {
    const runs = [run(0, [0.12341, 1]), run(1, [0, 0.5]), run(2, [0.25], ['war'])];
    const file = encodeTasks(runs);
    expect(file.lists).toEqual([['horror', 'war'], ['war']]);
    const again = decodeTasks(JSON.parse(JSON.stringify(file)));
    expect(again[0].metrics['recall@20'].values).toEqual([0.1234, 1]);
    expect(again.slice(1)).toEqual(runs.slice(1));
  });

  it('refuses anything else', () => {
    expect(() => decodeTasks({ runs: [] })).toThrow();
  });

  it('gives a task of several support sets their mean', () => {
    const several = run(0, [0.2, 0.4, 1], ['war', 'war', 'horror']);
    const values = byTask(several, 'recall@20');
    expect([...values.keys()]).toEqual(['war', 'horror']);
    expect(values.get('war')).toBeCloseTo(0.3, 12);
    expect(byTask(several, 'mae').size).toBe(0);
  });
});
