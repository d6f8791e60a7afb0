import { describe, expect, it } from 'vitest';
import type { DirectoryDropItem, FileDropItem } from 'react-aria-components';
import { filesOfDrop, filesOfFolder } from '../../../app/components/import/folder';
import { imports as chinese } from '../../../app/strings/zh/imports';
import { failedBy } from '../../../app/protocol/import-failure';
import { ImportError } from '../../../src/data/import/import-error';
import type { Expectation, Fault } from '../../../src/data/import/problem';
import { ENGLISH, sayExpected, sayFault, sayProblem } from '../../../src/data/import/messages';

/** Values for every code, each to be found again in what is said. */
const values = {
  files: ['<i>a</i>.png', 'b.gif'], folder: 'disk', most: 4_000_000, release: 'MovieLens 100k', file: '<b>.csv',
  together: ['u.data', 'u.item'], expected: { code: 'columns', count: 4711 }, wrong: 31, read: 97, ratings: 19,
  needed: 200, line: 13, entry: 'in.csv', mostBytes: 7e6, count: 4711, column: 17, kind: 'excel', users: 3, each: 4, field: 'rating',
}; // prettier-ignore

describe('words of an import', () => {
  const codes = Object.keys(ENGLISH.faults) as Fault['code'][];

  it('are there for every code, and Chinese where the page is Chinese', () => {
    expect(Object.keys(chinese.faults)).toEqual(codes);
    expect(Object.keys(chinese.expected)).toEqual(Object.keys(ENGLISH.expected));
    for (const code of codes) {
      const fault = { ...values, code } as unknown as Fault;
      for (const words of [ENGLISH, chinese]) {
        const { message, remedy } = sayFault(words, fault);
        expect(`${message} ${remedy}`, code).not.toMatch(/undefined|NaN|\[object/);
        expect(remedy, code).not.toBe('');
      }
      expect(sayFault(chinese, fault).message, code).toMatch(/[\u4e00-\u9fff]/);
      expect(sayFault(chinese, fault).remedy, code).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('name file, line, expected and found of a wrong line', () => {
    const expected: Expectation = { code: 'rating', column: 3 };
    const problem = { file: '<b>.csv', line: 7, expected, found: 'a,b,<i>x' };
    for (const words of [ENGLISH, chinese]) {
      const said = sayProblem(words, problem);
      for (const part of ['<b>.csv', '7', sayExpected(words, expected), 'a,b,<i>x']) {
        expect(said).toContain(part);
      }
    }
  });

  it('pass from the worker as codes', () => {
    const error = new ImportError({ code: 'empty-table', file: 'a.csv' });
    expect(error.message).toBe('a.csv is empty.');
    expect(structuredClone(failedBy(error))).toMatchObject({ fault: { code: 'empty-table' } });
    expect(failedBy(new DOMException('gone', 'NotReadableError')).code).toBe('unreadable');
    expect(failedBy(new DOMException('full', 'QuotaExceededError')).code).toBe('quota');
    expect(failedBy(new TypeError('x')).code).toBe('internal');
  });
});

const file = (name: string): FileDropItem => ({
  kind: 'file', type: '', name, getFile: () => Promise.resolve(new File(['x'], name)), getText: () => Promise.resolve('x'),
}); // prettier-ignore
const folder = (name: string, ...entries: (FileDropItem | DirectoryDropItem)[]) =>
  ({
    kind: 'directory',
    name,
    async *getEntries() {
      yield* entries;
    },
  }) as DirectoryDropItem;

describe('a dropped folder', () => {
  it('gives the files within, in order, however deep', async () => {
    const items = [file('a'), folder('f', file('b'), folder('g', file('c')), file('d'))];
    expect((await filesOfDrop(items)).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is refused beyond its bounds, or without a file', async () => {
    const codeOf = (items: Parameters<typeof filesOfDrop>[0]) =>
      filesOfDrop(items, { files: 2, depth: 2 }).catch((error: ImportError) => error.fault);
    expect(await codeOf([folder('f', file('a'), file('b'))])).toHaveLength(2);
    expect(await codeOf([folder('f', file('a'), file('b'), file('c'))])).toEqual({
      code: 'many-files', folder: 'f', most: 2,
    }); // prettier-ignore
    expect(await codeOf([folder('f', folder('g', folder('h', file('a'))))])).toMatchObject({
      code: 'deep-folder',
    });
    expect(await codeOf([folder('f')])).toEqual({ code: 'no-table', files: ['f'] });
    const three = ['a', 'b', 'c'].map((name) => ({ webkitRelativePath: `disk/${name}` }));
    expect(() => filesOfFolder(three as unknown as FileList, { files: 2, depth: 2 })).toThrow(
      ImportError,
    );
  });
});
